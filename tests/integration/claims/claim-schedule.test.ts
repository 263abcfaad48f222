import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimAnswers } from "#app/claims/claim.schema.ts";
import type { ClaimAction } from "#app/claims/claim.status.ts";
import { claimFigures } from "#app/claims/claim-figures.rules.ts";
import { getClaim, listClaimLines } from "#app/claims/claims.queries.server.ts";
import {
  actOnClaim,
  changeClaim,
  listClaims,
  listClaimsDue,
  makeClaim,
  planClaims,
  recordPublishedClaim,
  verifyClaims,
} from "#app/claims/index.server.ts";
import { listDues } from "#app/claims/schedule/schedule.queries.server.ts";
import { claimScheduleSchema } from "#app/claims/schedule/schedule.schema.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError, StaleError } from "#app/platform/errors.ts";
import { line } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, refusal, soleAward } from "../awards/award-story.ts";

const register = useDatabase();
let story: AwardStory;

beforeAll(async () => {
  story = await awardStory(register.db);
});

const award = () =>
  soleAward(story, {
    amountPence: 10_000,
    lines: [line({ partnershipId: story.lead, financialYear: 2024, amountPence: 10_000 })],
  });

const plan = (version: number, rhythm: "quarterly" | "half_yearly") =>
  claimScheduleSchema.parse({
    version: String(version),
    rhythm,
    payment: "arrears",
    periodFrom: { day: "1", month: "4", year: "2024" },
    periodTo: { day: "31", month: "3", year: "2025" },
  });

const claimOf = (amountPence: number, version?: number) => ({
  version,
  periodFrom: "2024-04-01",
  periodTo: "2024-06-30",
  payment: "arrears" as const,
  results: null,
  note: null,
  lines: [{ financialYear: 2024, stream: null, projectId: null, amountPence }],
});

function act(who: Context, awardId: number, id: number, step: ClaimAction, version: number) {
  const none: ClaimAnswers = { amountPence: null, happenedOn: null, reference: null, reason: "Twice" };
  return actOnClaim(who, awardId, id, step, version, none);
}

describe("claims that are due", () => {
  it("are listed from the schedule until they are submitted, and again where that is withdrawn", async () => {
    const awardId = await award();
    expect(done(await planClaims(story.officer, awardId, plan(0, "quarterly")))).toEqual({ dues: 4 });
    const due = async () =>
      (await listClaimsDue(story.reader, "2024-10-31")).filter((one) => one.awardId === awardId);
    expect((await due()).map(({ what, dueOn }) => [what, dueOn])).toEqual([
      ["Claim for the quarter to 30 June 2024", "2024-07-31"],
      ["Claim for the quarter to 30 September 2024", "2024-10-31"],
    ]);
    expect(await listClaimsDue(story.stranger, "2024-10-31")).toEqual([]);
    const { id } = done(await makeClaim(story.officer, awardId, claimOf(100)));
    done(await act(story.finance, awardId, id, "sign", 1));
    expect(await due()).toHaveLength(2);
    done(await act(story.officer, awardId, id, "submit", 2));
    expect((await due()).map(({ dueOn }) => dueOn)).toEqual(["2024-10-31"]);
    done(await act(story.officer, awardId, id, "withdraw", 3));
    expect(await due()).toHaveLength(2);
  });

  it("are planned anew where the funder changes its mind; what was submitted keeps its place", async () => {
    const awardId = await award();
    const { id, number } = done(await makeClaim(story.officer, awardId, claimOf(100)));
    done(await act(story.finance, awardId, id, "sign", 1));
    done(await act(story.officer, awardId, id, "submit", 2));
    done(await planClaims(story.officer, awardId, plan(0, "quarterly")));
    done(await planClaims(story.officer, awardId, plan(1, "half_yearly")));
    const dues = await listDues(register.db.read, awardId);
    expect(dues.map(({ periodTo, claim }) => [periodTo, claim?.number])).toEqual([
      ["2024-06-30", number],
      ["2025-03-31", undefined],
    ]);
    await expect(planClaims(story.officer, awardId, plan(1, "quarterly"))).rejects.toThrow(StaleError);
    await expect(planClaims(story.stranger, awardId, plan(2, "quarterly"))).rejects.toThrow(NotFoundError);
  });
});

describe("a draft of a claim", () => {
  it("is changed under the rules of a new one, until it is signed", async () => {
    const awardId = await award();
    const { id: claimId } = done(await makeClaim(story.officer, awardId, claimOf(9_000)));
    const change = (claim: ReturnType<typeof claimOf>) =>
      changeClaim(story.manager, { awardId, claimId }, claim);
    expect(refusal(await change(claimOf(10_001, 1)))).toEqual({
      "lines.0.amountPence": "Only £100 of 2024 to 2025 is left beside the other claims",
    });
    done(await change(claimOf(10_000, 1)));
    await expect(change(claimOf(1, 1))).rejects.toThrow(StaleError);
    expect(await listClaimLines(story.reader, claimId)).toMatchObject([{ amountPence: 10_000 }]);
    expect(await getClaim(register.db.read, awardId, claimId)).toMatchObject({
      claimedPence: 10_000,
      version: 2,
    });
    done(await act(story.finance, awardId, claimId, "sign", 2));
    await expect(change(claimOf(1, 3))).rejects.toThrow(StaleError);
    const deleted = register.db.write((trx) =>
      trx.deleteFrom("claim_line").where("claim_id", "=", claimId).execute(),
    );
    await expect(deleted).rejects.toThrow("the claim is signed");
    expect(await verifyClaims(story.finance)).toEqual([]);
  });

  it("that finance changed is not signed by the same person", async () => {
    const awardId = await award();
    const { id: claimId } = done(await makeClaim(story.officer, awardId, claimOf(100)));
    done(await changeClaim(story.finance, { awardId, claimId }, claimOf(200, 1)));
    expect(refusal(await act(story.finance, awardId, claimId, "sign", 2))).toEqual({
      form: "You wrote this claim, so somebody else has to sign it",
    });
  });
});

describe("a claim whose amount is not recorded", () => {
  const byResults = { ...claimOf(0), payment: "results" as const, results: 43, lines: [] };

  it("is taken where the award’s is not either, and stands beside what is claimed", async () => {
    const known = await award();
    expect(refusal(await makeClaim(story.officer, known, byResults))).toEqual({
      "lines.0.amountPence": "Enter an amount for at least one line",
    });
    const awardId = await soleAward(story, { amountPence: null });
    const { id } = done(await makeClaim(story.officer, awardId, byResults));
    done(await act(story.finance, awardId, id, "sign", 1));
    done(await act(story.officer, awardId, id, "submit", 2));
    const claims = await listClaims(register.db.read, awardId);
    expect(claims).toMatchObject([{ claimedPence: null, results: 43, status: "submitted" }]);
    expect(claimFigures({ amountPence: null, lines: [] }, claims, [])).toMatchObject({
      claimedPence: 0,
      notRecorded: 1,
      unpaidPence: 0,
    });
  });

  it("may be known from a document alone, without a signature", async () => {
    const awardId = await soleAward(story, { amountPence: null });
    const sourceDocumentId = await register.db.write(async (trx) => {
      const document = { code: "families", title: "Annual review" };
      const made = trx.insertInto("source_document").values(document).returning("id");
      return (await made.executeTakeFirstOrThrow()).id;
    });
    const period = { periodFrom: "2019-04-01", periodTo: "2020-03-31", results: 43, unit: "family" };
    const source = { sourceDocumentId, sourceParagraph: "13", note: null };
    done(await recordPublishedClaim(story.finance, awardId, { ...period, ...source }));
    expect(await verifyClaims(story.finance)).toEqual([]);
    const unsigned = register.db.write((trx) =>
      trx.updateTable("claim").set({ source_document_id: null }).where("award_id", "=", awardId).execute(),
    );
    await expect(unsigned).rejects.toThrow();
  });
});
