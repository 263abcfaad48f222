import { beforeAll, describe, expect, test } from "vitest";
import { recordAgreement } from "#app/awards/agreements/record-agreement.server.ts";
import { listAwards } from "#app/awards/award-list.queries.server.ts";
import { getAward } from "#app/awards/awards.queries.server.ts";
import { recordCondition } from "#app/awards/conditions/record-condition.server.ts";
import { extendAward } from "#app/awards/extensions/extend-award.server.ts";
import { putOnHold } from "#app/awards/holds/hold-award.server.ts";
import { changeReturn, submitReturn } from "#app/awards/returns/record-return.server.ts";
import { figuresOn } from "#app/awards/returns/return-figures.queries.server.ts";
import { findReported, listReturns } from "#app/awards/returns/returns.queries.server.ts";
import { scheduleReturns } from "#app/awards/returns/schedule-returns.server.ts";
import { AWARD_STATUSES } from "#app/awards/status/award-status.rules.ts";
import { findDuties, listDuties } from "#app/awards/status/duties.queries.server.ts";
import { recordTerms } from "#app/awards/terms/record-terms.server.ts";
import { termsSchema } from "#app/awards/terms/terms.schema.ts";
import { actOnClaim, listClaims, makeClaim, planClaims } from "#app/claims/index.server.ts";
import { addDays } from "#app/core/calendar-date.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  type AwardStory,
  awardStory,
  done,
  jointAward,
  nextVersion,
  refusal,
  soleAward,
} from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
});

const NOT_SENT = { submittedOn: null, funderReference: null, note: null };
const condition = { text: "CCTV plan", dueOn: null, metOn: null, evidence: null, waivedBecause: null };

function halfYear(awardId: number, dueDays: number | null = null) {
  const period = { periodFrom: "2024-04-01", periodTo: "2024-09-30" };
  return scheduleReturns(story.officer, awardId, { rhythm: "half_yearly", ...period, dueDays });
}

/** The one return of an award, sent. */
async function sent(awardId: number) {
  const [returnId = 0] = done(await halfYear(awardId)).returnIds;
  for (const submittedOn of ["2019-01-01", "2024-09-29"]) {
    const early = { version: 1, ...NOT_SENT, submittedOn };
    expect(await submitReturn(story.officer, { awardId, returnId }, early)).toMatchObject({
      errors: { submittedOn: expect.stringContaining("Its period ends on 30 September 2024") },
    });
  }
  done(await submitReturn(story.officer, { awardId, returnId }, { version: 1, ...NOT_SENT }));
  return { awardId, returnId };
}

const LINE = { financialYear: 2024, stream: null, projectId: null, amountPence: 100 };
const PERIOD = { periodFrom: "2024-04-01", payment: "arrears" as const, results: null };

function claim(context: Context, awardId: number, periodTo: string, reason: string | null) {
  return makeClaim(context, awardId, { ...PERIOD, periodTo, note: "Please sign", reason, lines: [LINE] });
}

describe("returns to the funder", () => {
  test("a day is reported once, unless the funder does not ask for it any more", async () => {
    const awardId = await soleAward(story);
    const [returnId = 0] = done(await halfYear(awardId)).returnIds;
    expect(refusal(await halfYear(awardId))).toHaveProperty("periodFrom");
    const waived = { version: 1, dueOn: "2024-10-31", waivedBecause: "Merged with the next" };
    done(await changeReturn(story.officer, { awardId, returnId }, waived));
    done(await halfYear(awardId));
  });

  test("one that was sent keeps the figures of that moment, stays as it is, and locks its period", async () => {
    const awardId = await soleAward(story);
    done(await claim(story.officer, awardId, "2024-09-30", null));
    const ids = await sent(awardId);
    await nextVersion(story.finance, awardId, {
      kind: "uplift",
      amountPence: 20_000,
      decidedOn: "2025-06-01",
    });
    const [one] = await listReturns(register.db.read, [awardId]);
    expect(one?.figures).toMatchObject({ awardedPence: 10_000, claimedPence: 0, readings: [] });
    const change = { version: 2, dueOn: "2024-12-31", waivedBecause: null };
    await expect(changeReturn(story.officer, ids, change)).rejects.toThrow();
    const day = { from: "2024-09-30", to: "2024-09-30" };
    expect(await findReported(register.db.read, { awardId }, day)).toEqual({
      periodFrom: "2024-04-01",
      periodTo: "2024-09-30",
    });
    for (const periodTo of ["2024-04-01", "2024-09-30", "2024-12-31"]) {
      expect(refusal(await claim(story.officer, awardId, periodTo, null))).toEqual({
        reason:
          "The return for the half-year to 30 September 2024 was sent: enter why more is claimed for it",
      });
    }
    const late = done(await claim(story.officer, awardId, "2024-12-31", "An invoice came late"));
    const kept = (await listClaims(register.db.read, awardId)).find(({ id }) => id === late.id);
    expect(kept).toMatchObject({ note: "Please sign", reason: "An invoice came late" });
    const next = { ...PERIOD, periodFrom: "2025-01-01", periodTo: "2025-01-01" };
    done(await makeClaim(story.officer, awardId, { ...next, note: null, lines: [LINE] }));
  });

  test("one that was sent some time ago keeps the figures as at that day", async () => {
    const awardId = await soleAward(story);
    const { id } = done(await claim(story.officer, awardId, "2024-09-30", null));
    const answers = { amountPence: null, happenedOn: null, reference: null, reason: "The award letter" };
    done(await actOnClaim(story.finance, awardId, id, "sign", 1, answers));
    done(await actOnClaim(story.officer, awardId, id, "submit", 2, { ...answers, happenedOn: "2024-10-20" }));
    const paid = { ...answers, amountPence: 60, happenedOn: "2024-11-02" };
    done(await actOnClaim(story.finance, awardId, id, "record_receipt", 3, paid));
    await nextVersion(story.finance, awardId, {
      kind: "uplift",
      amountPence: 20_000,
      decidedOn: "2024-11-01",
    });
    const at = (day: string) => figuresOn(register.db.read, awardId, { day, periodTo: "2024-09-30" });
    expect(await at("2024-10-19")).toMatchObject({ awardedPence: 10_000, claimedPence: 0, receivedPence: 0 });
    expect(await at("2024-11-02")).toMatchObject({
      awardedPence: 20_000,
      claimedPence: 100,
      receivedPence: 60,
    });
    const [returnId = 0] = done(await halfYear(awardId)).returnIds;
    const submission = { version: 1, ...NOT_SENT, submittedOn: "2024-10-31" };
    done(await submitReturn(story.officer, { awardId, returnId }, submission));
    const [one] = await listReturns(register.db.read, [awardId]);
    const sentWith = { asAt: "2024-10-31", awardedPence: 10_000, claimedPence: 100, receivedPence: 0 };
    expect(one?.figures).toMatchObject(sentWith);
  });

  test("they are due on the first page and in the calendar of those who may read the award", async () => {
    const awardId = await jointAward(story);
    done(await halfYear(awardId));
    const due = async (context: Context) =>
      (await listDuties(context, story.officer.today)).filter((duty) => duty.awardId === awardId);
    expect(await due(story.partnerFinance)).toMatchObject([
      { kind: "return", what: "Return for the half-year to 30 September 2024", dueOn: "2024-10-31" },
    ]);
    expect(await due(story.stranger)).toEqual([]);
  });
});

test("an extension keeps what was before, and of two at once the later one has to reach further", async () => {
  const awardId = await soleAward(story);
  const extension = { deliveryTo: "2027-09", reason: "Late start", agreedOn: null, decisionReference: null };
  const tooEarly = { ...extension, deliveryTo: "2020-01-01" };
  expect(refusal(await extendAward(story.officer, awardId, tooEarly))).toHaveProperty("deliveryTo");
  done(await extendAward(story.officer, awardId, extension));
  expect(refusal(await extendAward(story.officer, awardId, extension))).toHaveProperty("deliveryTo");
  done(await extendAward(story.officer, awardId, { ...extension, deliveryTo: "2027-10-31" }));
  expect((await getAward(story.officer, awardId)).deliveryTo).toBe("2027-10-31");
  const { extensions } = await findDuties(story.officer, awardId);
  expect(extensions.map((one) => one.deliveryToBefore)).toEqual(["2027-09", null]);
});

test("a condition is changed in the version that was read, by the lead’s people alone", async () => {
  const awardId = await jointAward(story);
  done(await recordCondition(story.officer, awardId, null, condition));
  const again = { ...condition, text: "CCTV Plan" };
  expect(refusal(await recordCondition(story.manager, awardId, null, again))).toEqual({
    text: "This condition is recorded already",
  });
  const [one] = (await findDuties(story.officer, awardId)).conditions;
  const met = { ...condition, metOn: "2024-05", evidence: "Minutes" };
  const read = { id: one?.id ?? 0, version: 1 };
  done(await recordCondition(story.manager, awardId, read, met));
  await expect(recordCondition(story.manager, awardId, read, met)).rejects.toThrow();
  expect((await findDuties(story.officer, awardId)).conditions[0]?.settledBy).not.toBeNull();
  done(await recordCondition(story.manager, awardId, null, { ...again, dueOn: "2024-12-31" }));
  await expect(recordCondition(story.partnerFinance, awardId, null, condition)).rejects.toThrow(
    "award.draft",
  );
  await expect(recordCondition(story.stranger, awardId, null, condition)).rejects.toThrow("No such");
});

test("the list filtered by each status holds the awards that stand at it, and no others", async () => {
  const { officer, finance } = story;
  const year = String(financialYearOf(officer.today));
  const terms = termsSchema.parse({ version: "0" });
  const agreement = { version: 0, year, reference: null, signedOn: null, note: null };
  const extension = { reason: "Late start", agreedOn: null, decisionReference: null };
  const make: Record<string, (awardId: number) => Promise<unknown>> = {
    closed: (id) => nextVersion(finance, id, { kind: "void", decidedOn: "2025-06-01" }),
    on_hold: async (id) => {
      done(await halfYear(id));
      const hold = { heldFrom: "2026-08-06", reason: "A review", attachmentId: null };
      done(await putOnHold(officer, id, hold));
    },
    repayment_due: async (id) => {
      const line = { financialYear: 2024, stream: null, projectId: null, amountPence: 9_000 };
      const period = { periodFrom: "2024-04-01", periodTo: "2024-05-01", results: null, note: null };
      const made = done(await makeClaim(officer, id, { ...period, payment: "arrears", lines: [line] }));
      const answers = { amountPence: null, happenedOn: null, reference: null, reason: "The award letter" };
      done(await actOnClaim(finance, id, made.id, "sign", 1, answers));
      done(await actOnClaim(officer, id, made.id, "submit", 2, answers));
      await nextVersion(finance, id, { kind: "reduction", amountPence: 8_000, decidedOn: "2025-06-01" });
    },
    overdue: async (id) => done(await halfYear(id)),
    "overdue claim": async (id) => {
      const days = { periodFrom: "2024-04-01", periodTo: "2024-06-30", dueDays: null };
      const schedule = {
        rhythm: "quarterly",
        payment: "arrears",
        unit: null,
        unitPence: null,
        version: 0,
      } as const;
      done(await planClaims(officer, id, { ...schedule, ...days }));
      expect((await findDuties(officer, id)).standing?.why).toBe(
        "Overdue: claim for the quarter to 30 June was due 31 July 2024",
      );
    },
    report_due_soon: async (id) => {
      const [returnId = 0] = done(await halfYear(id)).returnIds;
      const soon = { version: 1, dueOn: addDays(officer.today, 28), waivedBecause: null };
      done(await changeReturn(officer, { awardId: id, returnId }, soon));
    },
    completed: async (id) => done(await extendAward(officer, id, { ...extension, deliveryTo: "FY2024" })),
    agreement_pending: async (id) => done(await recordAgreement(officer, id, agreement)),
    offered: async (id) => done(await recordTerms(officer, id, { ...terms, offeredOn: "2024-05" })),
    active: async (id) => {
      const thisMonth = officer.today.slice(0, 7);
      done(await recordCondition(officer, id, null, { ...condition, dueOn: thisMonth }));
      done(await extendAward(officer, id, { ...extension, deliveryTo: thisMonth }));
    },
  };
  for (const step of Object.values(make)) await step(await soleAward(story));
  const all = { search: null, partnershipId: null, open: null, beforeId: null };
  const { awards } = await listAwards(officer, all);
  for (const status of AWARD_STATUSES) {
    const found = (await listAwards(officer, { ...all, status })).awards.map(({ id }) => id);
    expect(found).toEqual(awards.filter((one) => one.standing?.status === status).map(({ id }) => id));
    expect(found.length, status).toBeGreaterThan(0);
  }
});
