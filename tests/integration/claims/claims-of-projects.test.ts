import { expect, it } from "vitest";
import * as actPage from "#app/claims/act-on-claim.page.tsx";
import * as claimPage from "#app/claims/claim.page.tsx";
import { flagsOfClaim } from "#app/claims/claim-flags.queries.server.ts";
import { getClaim, listClaimLines } from "#app/claims/claims.queries.server.ts";
import { actOnClaim, makeClaim } from "#app/claims/index.server.ts";
import {
  createAward,
  createPartnership,
  createPerson,
  createProject,
  operatorContext,
} from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { done, refusal } from "../awards/award-story.ts";
import { callPage, type Handler } from "../bids/call-page.ts";

const register = useDatabase();

const NO_ANSWERS = { amountPence: null, happenedOn: null, reference: null, reason: "The award letter" };

it("a claim for a project is held to what the award gives it in that year, and says what is not apportioned yet", async () => {
  const partnershipId = await createPartnership(register.db);
  const { context: officer } = await createPerson(register.db, { [partnershipId]: "officer" });
  const { context: finance } = await createPerson(register.db, { [partnershipId]: "finance" });
  const paid = await createProject(register.db, partnershipId, "Cameras");
  const unpaid = await createProject(register.db, partnershipId, "Street lights");
  const awardId = await createAward(register.db, [partnershipId], { lead: true });
  const of2024 = { partnershipId, financialYear: 2024 };
  const apportion = (others: number | null, kind: "original" | "variation" = "variation") =>
    seal(operatorContext(register.db), awardId, {
      ...{ kind, amountPence: 10_000 },
      lines: [
        line({ ...of2024, projectId: paid, amountPence: 6_000 }),
        line({ ...of2024, projectId: others, amountPence: 4_000 }),
      ],
    });
  await apportion(paid, "original");
  const claim = (projectId: number, amountPence: number) =>
    makeClaim(officer, awardId, {
      ...{ periodFrom: "2024-04-01", periodTo: "2024-06-30", payment: "arrears", results: null, note: null },
      reason: "More was spent",
      lines: [{ financialYear: 2024, stream: null, projectId, amountPence }],
    });
  const flagsOf = async (claimId: number) => {
    const award = { id: awardId, deliveryFrom: null, deliveryTo: null };
    const read = await getClaim(register.db.read, awardId, claimId);
    const { flags, ofAgreements } = await flagsOfClaim(
      officer,
      award,
      read,
      await listClaimLines(officer, claimId),
    );
    return flags.filter((flag) => !ofAgreements.includes(flag));
  };
  expect(refusal(await claim(unpaid, 1_000))).toEqual({
    "lines.0.projectId": "The award has no money of 2024 to 2025 for this project",
  });
  const first = done(await claim(paid, 5_000));
  expect(await flagsOf(first.id)).toEqual([]);
  expect(refusal(await claim(paid, 5_001))).toHaveProperty(["lines.0.amountPence"]);

  // Part of it is not yet apportioned: what is claimed of that is flagged, and held to it.
  await apportion(null);
  expect(refusal(await claim(unpaid, 4_001))).toEqual({
    "lines.0.amountPence": "Only £40 of 2024 to 2025 is left for this project beside what else is claimed",
  });
  const second = done(await claim(unpaid, 1_000));
  expect(await flagsOf(second.id)).toEqual([
    "With this claim £10 of money of 2024 to 2025 for “Street lights” is not yet apportioned to a project",
  ]);

  // Apportioned to another one since, it cannot be signed any more.
  await apportion(paid);
  const why =
    "The award has no money of 2024 to 2025 for “Street lights”, and this claim asks for more: it has to be changed first";
  expect(await flagsOf(second.id)).toEqual([why]);
  expect(refusal(await actOnClaim(finance, awardId, second.id, "sign", 1, NO_ANSWERS))).toEqual({
    form: why,
  });
  done(await actOnClaim(finance, awardId, first.id, "sign", 1, NO_ANSWERS));
});

it("the pages where a claim is signed and sent show all that its own page does", async () => {
  const partnershipId = await createPartnership(register.db);
  const finance = await createPerson(register.db, { [partnershipId]: "finance" });
  const { context: officer } = await createPerson(register.db, { [partnershipId]: "officer" });
  const awardId = await createAward(register.db, [partnershipId], { lead: true });
  const of2026 = { partnershipId, financialYear: 2026, amountPence: 10_000 };
  await seal(operatorContext(register.db), awardId, { amountBasis: "approximate", lines: [line(of2026)] });
  const { id } = done(
    await makeClaim(officer, awardId, {
      ...{ periodFrom: "2026-10-01", periodTo: "2026-12-31", payment: "arrears", results: null, note: null },
      reason: null,
      lines: [{ financialYear: 2026, stream: null, projectId: null, amountPence: 1_000 }],
    }),
  );
  const flagsAt = async (page: string, loader: unknown, params: Record<string, string>) => {
    const address = `/awards/${awardId}/claims/${id}${page}`;
    const at = { id: String(awardId), claimId: String(id), ...params };
    const { body } = await callPage(register.db, loader as Handler, finance, address, undefined, at);
    return (body as { flags: string[] }).flags;
  };
  const expected = [
    "The amount of the award is approximate",
    "Its period ends on 31 December 2026: if it is sent before, not all that it asks for can have been spent by then",
    expect.stringContaining("No agreement is recorded for 2026 to 2027"),
  ];
  expect(await flagsAt("/sign", actPage.loader, { action: "sign" })).toEqual(expected);
  done(await actOnClaim(finance.context, awardId, id, "sign", 1, NO_ANSWERS));
  expect(await flagsAt("/submit", actPage.loader, { action: "submit" })).toEqual(expected);
  expect(await flagsAt("", claimPage.loader, {})).toEqual(expected);
  done(await actOnClaim(finance.context, awardId, id, "submit", 2, NO_ANSWERS));
  expect(await flagsAt("", claimPage.loader, {})).toContain(
    "It was submitted on 21 November 2026, before its period ended: not all that it asks for can have been spent by then",
  );
});
