import { expect, test } from "vitest";
import { listOpenOfPartnerships, openCountedTwice } from "#app/awards/index.server.ts";
import {
  createAward,
  createPartnership,
  createPerson,
  createPriority,
  operatorContext,
} from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

test("what is not yet apportioned to a priority area says how much of it two awards may both hold, and which", async () => {
  const [here, other] = [await createPartnership(register.db), await createPartnership(register.db)];
  const { context } = await createPerson(register.db, { [here]: "manager" });
  const operator = operatorContext(register.db);
  const joint = await createAward(register.db, [here, other], { reference: "A-JOINT" });
  const open = line({ amountPence: 29_999_800 });
  await seal(operator, joint, { amountPence: 29_999_800, lines: [open] });
  const various = await createAward(register.db, [here], { reference: "A-VARIOUS", lead: true });
  const own = line({ partnershipId: here, amountPence: 110_000_000 });
  const pair = { mayInclude: [{ awardId: joint, note: null }] };
  await seal(operator, various, { amountPence: 110_000_000, lines: [own], ...pair });
  const ids = async () => (await listOpenOfPartnerships(context, [here])).map(({ awardId }) => awardId);
  const twice = async () => {
    const { pence, pairs } = await openCountedTwice(context, here, await ids());
    return [pence, pairs.map(({ award, other }) => [award.reference, other.reference])];
  };
  expect(await twice()).toEqual([29_999_800, [["A-VARIOUS", "A-JOINT"]]]);
  expect(await openCountedTwice(context, here, [various])).toEqual({ pence: 0, pairs: [] });

  // What names a priority area is not in the sum; a version that names no pair any more takes it away.
  const priorityId = await createPriority(register.db, here, [], "Fire");
  const next = { kind: "apportionment", effectiveOn: "2024-05-01", amountPence: 110_000_000 } as const;
  const named = line({ partnershipId: here, priorityId, amountPence: 100_000_000 });
  const rest = line({ partnershipId: here, amountPence: 10_000_000 });
  await seal(operator, various, { ...next, lines: [named, rest], ...pair });
  expect(await twice()).toEqual([10_000_000, [["A-VARIOUS", "A-JOINT"]]]);
  await seal(operator, various, { ...next, effectiveOn: "2024-06-01", lines: [named, rest] });
  expect(await twice()).toEqual([0, []]);
});
