import { beforeAll, describe, expect, it } from "vitest";
import { recordAgreement } from "#app/awards/agreements/record-agreement.server.ts";
import { listAwards } from "#app/awards/award-list.queries.server.ts";
import { discardDraft } from "#app/awards/discard-draft.server.ts";
import { extendAward } from "#app/awards/extensions/extend-award.server.ts";
import {
  actOnOnwardGrant,
  recordCondition,
  recordOnwardGrant,
  recordTerms,
  requireOpenAward,
  scheduleReturns,
} from "#app/awards/index.server.ts";
import { newOnwardGrantSchema } from "#app/awards/onward/onward-grant.schema.ts";
import { changeReturn } from "#app/awards/returns/record-return.server.ts";
import { startNextVersion } from "#app/awards/start-next-version.server.ts";
import { findDuties } from "#app/awards/status/duties.queries.server.ts";
import { termsSchema } from "#app/awards/terms/terms.schema.ts";
import type { ClaimAnswers } from "#app/claims/claim.schema.ts";
import type { ClaimAction } from "#app/claims/claim.status.ts";
import { closureFacts, listClosures } from "#app/claims/closure/closures.queries.server.ts";
import {
  actOnClaim,
  closeAward,
  correctSpend,
  makeClaim,
  moneyOfAward,
  planClaims,
  recordRepayment,
  recordSpend,
  reopenAward,
  takeBackRepayment,
  verifyClaims,
} from "#app/claims/index.server.ts";
import { claimScheduleSchema } from "#app/claims/schedule/schedule.schema.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, details, done, refusal, soleAward } from "../awards/award-story.ts";

const register = useDatabase();
let story: AwardStory;

beforeAll(async () => {
  story = await awardStory(register.db);
});

const YEAR = { periodFrom: "2024-04-01", periodTo: "2025-03-31" };
const NO_AGREEMENT = { reference: null, signedOn: null, note: null };
const CONDITION = { text: "CCTV plan", dueOn: null, metOn: null, evidence: null, waivedBecause: null };
const EXTENSION = { reason: "Late start", agreedOn: null, decisionReference: null };
const CLOSURE = { evaluation: "In the annual report, page 12", evidenceUntil: "2033-03-31", note: null };

/** £100 for 2024 to 2025, claimed and paid, of which £80 was spent. @returns the award, its claim and its spend */
async function paidAward() {
  const awardId = await soleAward(story, {
    amountPence: 10_000,
    lines: [line({ partnershipId: story.lead, financialYear: 2024, amountPence: 10_000 })],
  });
  const claimed = { payment: "arrears" as const, results: null, note: null };
  const part = { stream: null, projectId: null };
  const lines = [{ ...part, financialYear: 2024, amountPence: 10_000 }];
  const { id } = done(await makeClaim(story.officer, awardId, { ...YEAR, ...claimed, lines }));
  await act(story.finance, awardId, id, "sign", 1);
  await act(story.officer, awardId, id, "submit", 2);
  await act(story.finance, awardId, id, "record_receipt", 3, 10_000);
  const spend = { ...YEAR, lines: [{ ...part, amountPence: 8_000 }], evidence: "Ledger", reason: null };
  const [spendId = 0] = done(await recordSpend(story.officer, awardId, spend)).ids;
  return { awardId, claimId: id, spendId, spend };
}

async function act(
  who: Context,
  awardId: number,
  id: number,
  step: ClaimAction,
  version: number,
  amountPence: number | null = null,
) {
  const answers: ClaimAnswers = { amountPence, happenedOn: null, reference: null, reason: "Wrong" };
  return actOnClaim(who, awardId, id, step, version, answers);
}

const repay = (awardId: number, amountPence: number) =>
  recordRepayment(story.finance, awardId, {
    amountPence,
    repaidOn: null,
    reference: "BACS",
    reason: null,
  });

describe("what goes back to the funder", () => {
  it("is never more than came, leaves what is to be repaid, and is taken back where it was wrong", async () => {
    const { awardId } = await paidAward();
    const unspent = async () => (await moneyOfAward(story.reader, awardId)).due.pence;
    expect(await unspent()).toBe(2_000);
    expect(refusal(await repay(awardId, 10_001))).toEqual({
      amountPence: "Only £100 came and has not gone back",
    });
    const before = { amountPence: 100, repaidOn: "2019-01-01", reference: null, reason: null };
    expect(refusal(await recordRepayment(story.finance, awardId, before))).toEqual({
      repaidOn: "Only £0 had come by 1 January 2019",
    });
    done(await repay(awardId, 1_500));
    await expect(recordRepayment(story.officer, awardId, {} as never)).rejects.toThrow(ForbiddenError);
    expect(await unspent()).toBe(500);
    done(await takeBackRepayment(story.finance, awardId, { version: 1, reason: "Another award’s" }));
    expect(await unspent()).toBe(2_000);
    await expect(takeBackRepayment(story.finance, awardId, { version: 2, reason: "?" })).rejects.toThrow(
      StaleError,
    );
    expect(await verifyClaims(story.finance)).toEqual([]);
  });

  it("is above what is to go back only with a reason, in one entry or in several", async () => {
    const { awardId } = await paidAward();
    expect(refusal(await repay(awardId, 2_001))).toEqual({
      reason: "£20 of 2024 to 2025 not spent in that year is to go back: enter why more went back",
    });
    done(await repay(awardId, 1_500));
    expect(refusal(await repay(awardId, 501))).toHaveProperty("reason");
    done(await repay(awardId, 500));
    expect(refusal(await repay(awardId, 1))).toEqual({
      reason: "By what is recorded nothing is to go back: enter why money went back",
    });
    const more = { amountPence: 1, repaidOn: null, reference: null, reason: "The funder asked for it" };
    expect(done(await recordRepayment(story.finance, awardId, more))).toEqual({ repaidPence: 2_001 });
  });

  it("ends that a repayment is due after a cut", async () => {
    const { awardId } = await paidAward();
    await seal(operatorContext(register.db), awardId, {
      kind: "reduction",
      amountPence: 7_000,
      effectiveOn: "2024-09-01",
      lines: [line({ partnershipId: story.lead, financialYear: 2024, amountPence: 7_000 })],
    });
    const status = async () => (await findDuties(story.reader, awardId)).standing?.status;
    const isListed = async () => {
      const filters = { search: null, partnershipId: null, open: null, beforeId: null, afterId: null };
      const listed = await listAwards(story.reader, { ...filters, status: "repayment_due" });
      return listed.awards.some(({ id }) => id === awardId);
    };
    expect([await status(), await isListed()]).toEqual(["repayment_due", true]);
    done(await repay(awardId, 3_000));
    expect([await status(), await isListed()]).toEqual(["active", false]);
  });
});

describe("an award", () => {
  it("is closed only when all is settled", async () => {
    const { awardId } = await paidAward();
    done(await scheduleReturns(story.officer, awardId, { rhythm: "once", ...YEAR, dueDays: null }));
    expect(refusal(await closeAward(story.finance, awardId, CLOSURE))).toEqual({
      form: "1 return is still to be sent; £20 of 2024 to 2025 not spent in that year is still to go back to the funder",
    });
    await expect(closeAward(story.officer, awardId, CLOSURE)).rejects.toThrow(ForbiddenError);
    const past = { ...CLOSURE, evidenceUntil: "2020-03-31" };
    expect(refusal(await closeAward(story.finance, awardId, past))).toHaveProperty("evidenceUntil");
  });

  it("that is to be closed names what of its onward grants is not paid yet", async () => {
    const { awardId } = await paidAward();
    const unpaid = async () => (await closureFacts(story.reader, awardId)).unpaidGrants;
    const grant = newOnwardGrantSchema.parse({ recipient: "Refuge", amountPence: "10" });
    const { id: grantId } = done(await recordOnwardGrant(story.officer, awardId, null, grant));
    expect(await unpaid()).toEqual([{ recipient: "Refuge", pence: 1_000 }]);
    const paid = { amountPence: 400, happenedOn: "2024-06-01", reference: null, reason: "The award letter" };
    done(await actOnOnwardGrant(story.finance, { awardId, grantId }, "pay", 1, paid));
    expect(await unpaid()).toEqual([{ recipient: "Refuge", pence: 600 }]);
    done(
      await actOnOnwardGrant(story.finance, { awardId, grantId }, "pay", 2, { ...paid, amountPence: 600 }),
    );
    expect(await unpaid()).toEqual([]);
  });

  it("that is closed takes nothing more, until it is reopened with a reason", async () => {
    const { awardId, claimId, spendId, spend } = await paidAward();
    const once = { rhythm: "once" as const, ...YEAR, dueDays: null };
    const [returnId = 0] = done(await scheduleReturns(story.officer, awardId, once)).returnIds;
    const notAsked = { version: 1, dueOn: "2025-05-01", waivedBecause: "Not asked for" };
    done(await changeReturn(story.officer, { awardId, returnId }, notAsked));
    done(await repay(awardId, 2_000));
    done(await startNextVersion(story.officer, awardId, details({ kind: "apportionment" })));
    expect(refusal(await closeAward(story.manager, awardId, CLOSURE))).toEqual({
      form: "The next version is a draft: it is to be sealed or discarded",
    });
    await discardDraft(story.officer, awardId, 1);
    done(await closeAward(story.manager, awardId, CLOSURE));
    const closed = { form: "The award was closed on 21 November 2026: reopen it first" };
    const claim = { ...YEAR, payment: "arrears" as const, results: null, note: null, lines: [] };
    const plan = claimScheduleSchema.parse({
      version: "0",
      rhythm: "once",
      payment: "arrears",
      periodFrom: { day: "1", month: "4", year: "2024" },
      periodTo: { day: "31", month: "3", year: "2025" },
    });
    const correction = { version: 1, amountPence: 1, reason: "Late", evidence: null };
    const refused = [
      makeClaim(story.officer, awardId, claim),
      act(story.finance, awardId, claimId, "take_back_receipt", 4),
      recordSpend(story.officer, awardId, spend),
      correctSpend(story.officer, { awardId, spendId }, correction),
      planClaims(story.officer, awardId, plan),
      repay(awardId, 1),
      startNextVersion(story.officer, awardId, details({ kind: "correction" })),
      closeAward(story.manager, awardId, CLOSURE),
      recordTerms(story.officer, awardId, termsSchema.parse({ version: "0" })),
      recordAgreement(story.officer, awardId, { version: 0, year: "2024", ...NO_AGREEMENT }),
      recordCondition(story.officer, awardId, null, CONDITION),
      scheduleReturns(story.officer, awardId, { rhythm: "once", ...YEAR, dueDays: null }),
      changeReturn(
        story.officer,
        { awardId, returnId },
        { version: 2, dueOn: "2025-05-01", waivedBecause: null },
      ),
      extendAward(story.officer, awardId, { ...EXTENSION, deliveryTo: "2030-03-31" }),
    ];
    for (const result of await Promise.all(refused)) expect(refusal(result)).toEqual(closed);
    const because = "This award was closed on 21 November 2026: nothing more is recorded of it.";
    await expect(requireOpenAward(story.officer, awardId)).rejects.toMatchObject({
      because: `${because} To go on, ask a manager or finance to reopen it.`,
      next: { href: `/awards/${awardId}` },
    });
    await expect(requireOpenAward(story.manager, awardId)).rejects.toMatchObject({
      next: { href: `/awards/${awardId}/reopen` },
    });
    await expect(seal(operatorContext(register.db), awardId)).rejects.toThrow("reopen it first");
    expect((await findDuties(story.reader, awardId)).standing).toEqual({
      status: "closed",
      why: "Closed on 21 November 2026",
    });
    done(await reopenAward(story.manager, awardId, { reason: "A late invoice" }));
    await expect(reopenAward(story.manager, awardId, { reason: "Again" })).rejects.toThrow(StaleError);
    done(await recordSpend(story.officer, awardId, { ...spend, reason: "A late invoice" }));
    expect(await listClosures(register.db.read, awardId)).toMatchObject([
      { reopenedBecause: "A late invoice" },
    ]);
    expect(await verifyClaims(story.finance)).toEqual([]);
  });

  it("that was closed and changed past the guards is named by verify", async () => {
    const { awardId, spend } = await paidAward();
    done(await repay(awardId, 2_000));
    const atNight = createContext({ ...story.manager, now: () => "2026-11-21T23:00:00.000Z" });
    done(await closeAward(atNight, awardId, CLOSURE));
    const { reference } = await register.db.read
      .selectFrom("award")
      .select("reference")
      .where("id", "=", awardId)
      .executeTakeFirstOrThrow();
    await register.db.write(async (trx) => {
      const row = { award_id: awardId, number: 9, period_from: "2024-04-01", period_to: "2024-06-30" };
      const late = { financial_year: 2024, amount_pence: 1, recorded_at: "2027-01-01T09:00:00.000Z" };
      await trx
        .insertInto("spend")
        .values({ ...row, ...late, evidence: spend.evidence })
        .execute();
      const back = { award_id: awardId, repaid_on: "2026-11-21", amount_pence: 8_001 };
      await trx
        .insertInto("repayment")
        .values({ ...back, recorded_at: "2026-11-21T08:00:00.000Z" })
        .execute();
    });
    expect(await verifyClaims(story.finance)).toEqual([
      `Award ${reference}: what was repaid is not part of what came`,
      `Award ${reference}: spend was recorded after it was closed`,
    ]);
  });
});
