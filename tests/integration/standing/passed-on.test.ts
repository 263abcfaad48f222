import { expect, test } from "vitest";
import { type LineInput, NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import { listMoneyEnding } from "#app/standing/year-end/year-end.queries.server.ts";
import { createAward, createPartnership, createPerson, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

test("what other awards take of the money of a year stands beside the award that gives it", async () => {
  const partnershipId = await createPartnership(register.db);
  const { context } = await createPerson(register.db, { [partnershipId]: "manager" });
  const share = { partnershipId, financialYear: 2026 };
  const give = async (amountPence: number, inside: LineInput["inside"] = null) => {
    const id = await createAward(register.db, [partnershipId], { lead: true });
    await seal(operatorContext(register.db), id, {
      lines: [line({ ...share, amountPence, inside })],
      amountPence,
    });
    return id;
  };
  const outer = await give(6_000);
  await give(1_500, { ...NOT_YET_APPORTIONED, ...share, awardId: outer });
  const { awards } = await listMoneyEnding(context, 2026);
  expect(awards.map(({ passedOnPence }) => passedOnPence)).toEqual([0, 1_500]);
});
