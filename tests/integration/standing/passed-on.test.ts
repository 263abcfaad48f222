import { expect, test } from "vitest";
import { type LineInput, NOT_YET_APPORTIONED } from "#app/awards/version.rules.ts";
import { listMoneyEnding, sumMoneyEnding } from "#app/standing/year-end/year-end.queries.server.ts";
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
  expect(await sumMoneyEnding(context, 2026)).toMatchObject({ givenPence: 7_500, insidePence: 1_500 });
  // Money of another year, and of an award that one does not see, stands in the sum of the year once.
  await give(200, { ...NOT_YET_APPORTIONED, partnershipId, financialYear: 2027, awardId: outer });
  const elsewhere = await createPartnership(register.db);
  const foreign = await createAward(register.db, [elsewhere], { lead: true });
  const theirs = { partnershipId: elsewhere, financialYear: 2026 };
  const lines = [line({ ...theirs, amountPence: 900 })];
  await seal(operatorContext(register.db), foreign, { amountPence: 900, lines });
  await give(300, { ...NOT_YET_APPORTIONED, ...theirs, awardId: foreign });
  expect(await sumMoneyEnding(context, 2026)).toMatchObject({ givenPence: 8_000, insidePence: 1_500 });
});
