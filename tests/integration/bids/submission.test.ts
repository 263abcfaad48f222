import { beforeAll, describe, expect, it } from "vitest";
import { answerClarification } from "#app/bids/clarifications/answer-clarification.server.ts";
import { listClarifications } from "#app/bids/clarifications/clarifications.queries.server.ts";
import { getBidContent } from "#app/bids/content/content.queries.server.ts";
import { listLessons } from "#app/bids/feedback/feedback.queries.server.ts";
import { recordFeedback } from "#app/bids/feedback/record-feedback.server.ts";
import {
  getBid,
  listBidEvents,
  listOpenClarifications,
  saveSection,
  takeBidAction,
} from "#app/bids/index.server.ts";
import type { BidAction } from "#app/bids/index.ts";
import { findResubmissions } from "#app/bids/resubmission/resubmissions.queries.server.ts";
import { resubmitBid } from "#app/bids/resubmission/resubmit-bid.server.ts";
import { getRoundCheck } from "#app/bids/round-check/round-check.queries.server.ts";
import { correctSubmission } from "#app/bids/submission/correct-submission.server.ts";
import { lateness } from "#app/bids/submission/submission.ts";
import { findWhatWasSent, listSubmissions } from "#app/bids/submission/submissions.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { createFund, createPriority, createRound } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
beforeAll(async () => {
  story = await bidStory(register.db);
  await register.db.write((trx) =>
    trx.updateTable("round").set({ closes_at: "2026-11-19T17:00" }).where("id", "=", story.roundId).execute(),
  );
});

type Own = Exclude<BidAction, "award_in_full" | "award_in_part" | "sign">;

async function take(
  context: Context,
  id: number,
  action: Own,
  given: Parameters<typeof takeBidAction>[4] = {},
) {
  const { version } = await getBid(context, id);
  return takeBidAction(context, id, version, action, given);
}

async function submitted(given: Parameters<typeof takeBidAction>[4] = {}) {
  const bid = await completeDraft(story, { roundId: story.roundId });
  expect((await take(story.officer.context, bid.id, "submit", given)).ok).toBe(true);
  return bid.id;
}

describe("a submission", () => {
  it("is not dated before its round opened, where the funder agreed to nothing, nor years before it was begun", async () => {
    const { officer, roundId } = story;
    const opens = (opens_on: string | null) =>
      register.db.write((trx) =>
        trx.updateTable("round").set({ opens_on }).where("id", "=", roundId).execute(),
      );
    await opens("2026-10-17");
    const early = "The date must not be before the round opened, 17 October 2026";
    const { id } = await completeDraft(story, { roundId });
    const before = { happenedOn: "2020-01-01" };
    expect(await take(officer.context, id, "submit", before)).toEqual({
      ok: false,
      errors: { happenedOn: early },
    });
    expect((await take(officer.context, id, "submit", { happenedOn: "2026-10-17" })).ok).toBe(true);
    const { version } = await getBid(officer.context, id);
    const sent = { sentTime: null, sentBy: null, channel: null, reference: null, reason: "Typed wrongly" };
    const correction = { ...sent, version, submittedOn: "2026-10-16" };
    expect(await correctSubmission(officer.context, id, correction)).toEqual({
      ok: false,
      errors: { submittedOn: early },
    });
    await opens("2026-10");
    const other = await completeDraft(story, { roundId });
    expect((await take(officer.context, other.id, "submit", before)).ok).toBe(false);
    await opens(null);
    expect((await take(officer.context, other.id, "submit", before)).ok).toBe(false);
    expect((await take(officer.context, other.id, "submit", { happenedOn: "2026-01-01" })).ok).toBe(true);
  });

  it("is kept with its day and time, by whom and through what, and says that it was late", async () => {
    const id = await submitted({
      happenedOn: "2026-11-19",
      sentTime: "19:00",
      sentBy: "Grants officer",
      channel: "portal",
      reference: "P-1",
    });
    const [sent] = await listSubmissions(register.db.read, id);
    expect(sent).toMatchObject({
      submittedOn: "2026-11-19",
      submittedTime: "19:00",
      sentBy: "Grants officer",
      channel: "portal",
      funderReference: "P-1",
      hasSnapshot: true,
    });
    if (sent) expect(lateness(sent, sent.roundClosedAt)).toBe("Submitted 2 hours after the round closed");
  });

  it("is at no time that has not come yet; sent after the closing time, it breaks the rule of the closing", async () => {
    const { context } = story.officer;
    const refused = {
      ok: false,
      errors: { sentTime: "The time it was submitted must not be later than now" },
    };
    const { id } = await completeDraft(story);
    expect(await take(context, id, "submit", { sentTime: "23:59" })).toEqual(refused);
    const late = await submitted({ happenedOn: "2026-11-19", sentTime: "19:00" });
    const bid = await getBid(context, late);
    const check = await getRoundCheck(context, bid, await getBidContent(context, late));
    expect(check?.breaches.map(({ rule }) => rule)).toContain("closed");
    const correction = {
      submittedOn: context.today,
      sentTime: "23:59",
      sentBy: null,
      channel: null,
      reference: null,
    };
    const corrected = { ...correction, reason: "Typed wrongly", version: bid.version };
    expect(await correctSubmission(context, late, corrected)).toEqual(refused);
  });

  it("is by the person who sends it, now, where nothing else is said", async () => {
    const [sent] = await listSubmissions(register.db.read, await submitted());
    expect(sent?.submittedOn).toBe("2026-11-21");
    expect(sent?.submittedTime).toMatch(/^\d{2}:\d{2}$/);
    expect(sent?.sentBy).not.toBeNull();
  });

  it("keeps what was sent, and shows what is said otherwise now", async () => {
    const id = await submitted();
    expect((await findWhatWasSent(story.reader.context, id))?.differences).toEqual([]);
    await register.db.write((trx) =>
      trx.updateTable("bid").set({ requested_pence: 1_00 }).where("id", "=", id).execute(),
    );
    const kept = await findWhatWasSent(story.reader.context, id);
    expect(kept?.sent).toContainEqual({ field: "Requested", text: "£25,000" });
    expect(kept?.differences).toEqual([{ field: "Requested", before: "£25,000", after: "£1" }]);
  });

  it("is corrected with a reason; what stood there before stays", async () => {
    const id = await submitted({ sentTime: "09:00" });
    const { context } = story.officer;
    const correction = {
      submittedOn: "2026-11-18",
      sentTime: "16:00",
      sentBy: null,
      channel: "email" as const,
      reference: null,
      reason: "The receipt says so",
    };
    const { version } = await getBid(context, id);
    expect((await correctSubmission(context, id, { ...correction, version })).ok).toBe(true);
    await expect(correctSubmission(context, id, { ...correction, version })).rejects.toThrow(StaleError);
    await expect(
      correctSubmission(story.partnerManager.context, id, { ...correction, version }),
    ).rejects.toThrow(NotFoundError);
    expect(await getBid(context, id)).toMatchObject({ submittedOn: "2026-11-18" });
    const all = await listSubmissions(register.db.read, id);
    expect(all.map(({ submittedTime }) => submittedTime)).toEqual(["16:00", "09:00"]);
    expect(all[0]).toMatchObject({ hasSnapshot: true, correctionReason: "The receipt says so" });
    const late = { ...correction, submittedOn: "2026-11-22", version: version + 1 };
    expect(await correctSubmission(context, id, late)).toMatchObject({ errors: { submittedOn: /past/ } });
  });
});

describe("a clarification", () => {
  it("has a day of its own, and the bid follows when the last is answered", async () => {
    const id = await submitted();
    const { context } = story.officer;
    await take(context, id, "ask_clarification", { reason: "Which wards?", dueOn: "2026-11-28" });
    await take(context, id, "ask_clarification", { reason: "Whose lamps?" });
    const [wards, lamps] = await listClarifications(register.db.read, id);
    expect(wards).toMatchObject({ question: "Which wards?", dueOn: "2026-11-28", answeredOn: null });
    const open = (await listOpenClarifications(context, 10)).filter(({ bidId }) => bidId === id);
    expect(open.map(({ question }) => question)).toEqual(["Which wards?", "Whose lamps?"]);
    const answer = async (clarificationId: number, text: string) =>
      answerClarification(context, id, clarificationId, {
        version: (await getBid(context, id)).version,
        answer: text,
        answeredOn: null,
      });
    expect(await answer(wards?.id ?? 0, "All")).toEqual({ ok: true, value: { left: 1 } });
    expect((await getBid(context, id)).status).toBe("clarification_requested");
    expect(await answer(lamps?.id ?? 0, "The council’s")).toEqual({ ok: true, value: { left: 0 } });
    expect((await getBid(context, id)).status).toBe("submitted");
    await expect(answer(wards?.id ?? 0, "Again")).rejects.toThrow(StaleError);
    await expect(answer(999_999, "None")).rejects.toThrow(NotFoundError);
  });

  it("cannot be due before it was asked", async () => {
    const id = await submitted();
    const refused = await take(story.officer.context, id, "ask_clarification", {
      reason: "Which wards?",
      dueOn: "2026-11-20",
    });
    expect(refused.ok ? {} : refused.errors).toHaveProperty("dueOn");
  });
});

describe("what follows a decision", () => {
  it("is the feedback, the ranking and the lessons, found by funder and fund", async () => {
    const id = await submitted();
    const input = { rankValue: 2, rankOfValue: 3, rankedOn: null, feedback: "Thin", lessons: "Cost it" };
    const { context } = story.officer;
    const early = await recordFeedback(context, id, { ...input, rankedOn: "2026-12", version: 0 });
    expect(early).toMatchObject({ ok: false, errors: { rankedOn: expect.any(String) } });
    expect((await recordFeedback(context, id, { ...input, version: 0 })).ok).toBe(true);
    await expect(recordFeedback(context, id, { ...input, version: 0 })).rejects.toThrow(StaleError);
    await expect(recordFeedback(story.reader.context, id, { ...input, version: 1 })).rejects.toThrow(
      ForbiddenError,
    );
    const lessons = await listLessons(story.reader.context, null);
    expect(lessons).toMatchObject([{ id, lessons: "Cost it" }]);
    expect(await listLessons(story.stranger.context, null)).toEqual([]);
  });

  it("is a further bid to a later round, linked both ways", async () => {
    const { context } = story.officer;
    const priorityId = await createPriority(register.db, story.lead);
    const draft = await completeDraft(story, { priorityIds: [priorityId] });
    const answered = { version: 0, isComplete: true };
    await saveSection(context, draft.id, "exit_plan", { exitPlan: "The council carries on" }, answered);
    await take(context, draft.id, "submit", {});
    const { id } = draft;
    await register.db.write((trx) =>
      trx.updateTable("priority").set({ valid_to: "2026-11-20" }).where("id", "=", priorityId).execute(),
    );
    const later = await createRound(register.db, await createFund(register.db, null));
    const again = { title: "Safer evenings, again", roundId: later };
    expect((await resubmitBid(context, id, again)).ok).toBe(false);
    await take(context, id, "withdraw", { reason: "Not ready" });
    expect(await resubmitBid(context, id, { ...again, roundId: story.roundId })).toEqual({
      ok: false,
      errors: { roundId: "This round is closed or was withdrawn: choose one that can still be bid to" },
    });
    const made = await resubmitBid(context, id, again);
    const bidId = made.ok ? made.value.bidId : 0;
    expect(await getBid(context, bidId)).toMatchObject({
      status: "draft",
      requestedPence: 2_500_000,
      priorities: [],
    });
    const { exit_plan } = await getBidContent(context, bidId);
    expect(exit_plan).toEqual({ exitPlan: "The council carries on" });
    expect((await listBidEvents(context, bidId))[0]?.reason).toBe(`Again, after ${draft.reference}`);
    expect((await findResubmissions(context, bidId)).earlier?.id).toBe(id);
    expect((await findResubmissions(context, id)).later.map((bid) => bid.id)).toEqual([bidId]);
    expect(await findResubmissions(story.stranger.context, id)).toEqual({ earlier: null, later: [] });
  });
});
