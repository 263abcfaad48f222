import { expect, it } from "vitest";
import { claimFlags } from "#app/claims/claim-limits.rules.ts";
import { awardedOn, listClaimLines } from "#app/claims/claims.queries.server.ts";
import { makeClaim } from "#app/claims/index.server.ts";
import {
  createAward,
  createPartnership,
  createPerson,
  createProject,
  operatorContext,
} from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

it("a claim for a project that no line of the award pays in that year is taken, and says so", async () => {
  const partnershipId = await createPartnership(register.db);
  const { context: officer } = await createPerson(register.db, { [partnershipId]: "officer" });
  const paid = await createProject(register.db, partnershipId);
  const unpaid = await createProject(register.db, partnershipId);
  const awardId = await createAward(register.db, [partnershipId], { lead: true });
  const of2024 = { partnershipId, financialYear: 2024, amountPence: 10_000 };
  await seal(operatorContext(register.db), awardId, { lines: [line({ ...of2024, projectId: paid })] });
  const flagsOf = async (projectId: number) => {
    const made = await makeClaim(officer, awardId, {
      periodFrom: "2024-04-01",
      periodTo: "2024-06-30",
      payment: "arrears",
      results: null,
      note: null,
      reason: null,
      lines: [{ financialYear: 2024, stream: null, projectId, amountPence: 1_000 }],
    });
    if (!made.ok) throw new Error(JSON.stringify(made.errors));
    const awarded = await awardedOn(register.db.read, awardId, officer.today);
    return claimFlags(awarded, await listClaimLines(officer, made.value.id));
  };
  expect(await flagsOf(paid)).toEqual([]);
  expect(await flagsOf(unpaid)).toEqual([
    expect.stringMatching(/^The award has no money of 2024 to 2025 for “.+”$/),
  ]);
});
