import { beforeAll, describe, expect, it } from "vitest";
import { changeBid } from "#app/bids/change-bid.server.ts";
import { getBid, listBidEvents, type MoveAnswers, moveBid, takeBidAction } from "#app/bids/index.server.ts";
import type { Bid, BidAction } from "#app/bids/index.ts";
import { recordException } from "#app/bids/round-check/record-exception.server.ts";
import { withdrawRound } from "#app/funds/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { useDatabase } from "#tests/support/database.ts";
import { answers, auditOf, type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
beforeAll(async () => {
  story = await bidStory(register.db);
});

type Own = Exclude<BidAction, "award_in_full" | "award_in_part" | "sign">;

async function take(context: Context, bid: Pick<Bid, "id">, action: Own, given: MoveAnswers = {}) {
  const { version } = await getBid(context, bid.id);
  return takeBidAction(context, bid.id, version, action, given);
}

async function submitted(input: Parameters<typeof completeDraft>[1] = {}) {
  const bid = await completeDraft(story, input);
  await take(story.officer.context, bid, "submit");
  return getBid(story.officer.context, bid.id);
}

describe("submitting a bid", () => {
  it("names all that is missing and changes nothing", async () => {
    const bid = await draft(story.officer.context);
    const refused = await take(story.officer.context, bid, "submit");
    expect(refused).toEqual({
      ok: false,
      errors: {
        leadPartnershipId: "Choose the lead partnership",
        purpose: "Say what the money is for",
        requestedPence: "Enter the requested amount, or say that it is not yet known",
      },
    });
    expect((await getBid(story.officer.context, bid.id)).status).toBe("draft");
    expect(await auditOf(register.db, bid.id)).toHaveLength(1);
  });

  it("goes without an amount where the person says that it is not yet known", async () => {
    const bid = await completeDraft(story, { requestedPence: null });
    expect((await take(story.officer.context, bid, "submit", { amountNotKnown: true })).ok).toBe(true);
    const [event] = await listBidEvents(story.officer.context, bid.id);
    expect(event).toMatchObject({ action: "submit", reason: "The requested amount is not yet known" });
  });

  it("is dated today or earlier, and leaves an event and an audit entry", async () => {
    const bid = await completeDraft(story);
    const later = await take(story.officer.context, bid, "submit", { happenedOn: "2026-11-22" });
    expect(later.ok ? {} : later.errors).toHaveProperty("happenedOn");
    await take(story.officer.context, bid, "submit", { happenedOn: "2026-11-20", reference: "P-77" });
    expect(await getBid(story.officer.context, bid.id)).toMatchObject({
      status: "submitted",
      submittedOn: "2026-11-20",
      version: 2,
    });
    expect(await listBidEvents(story.officer.context, bid.id)).toMatchObject([
      { action: "submit", to: "submitted", happenedOn: "2026-11-20", reference: "P-77" },
      { action: "create", to: "draft" },
    ]);
    expect((await auditOf(register.db, bid.id)).at(-1)).toEqual(["submit bid", story.officer.id]);
  });

  it("is refused where the funder withdrew the round, unless the bid went before or the funder agreed", async () => {
    const { officer, manager, roundId } = story;
    const withdrawn = { withdrawnOn: "2026-11-10", withdrawnReason: "The pot was cut" };
    expect((await withdrawRound(manager.context, roundId, 1, withdrawn)).ok).toBe(true);
    const bid = await completeDraft(story, { roundId });
    for (const action of ["submit", "ask_for_sign_off"] as const) {
      expect(await take(officer.context, bid, action)).toMatchObject({
        errors: { form: expect.stringContaining("10 November 2026. It said: The pot was cut.") },
      });
    }
    const before = await completeDraft(story, { roundId });
    expect((await take(officer.context, before, "submit", { happenedOn: "2026-11-09" })).ok).toBe(true);
    const agreed = { reason: "It was on its way", agreedBy: "The Home Office", agreedOn: null };
    expect((await recordException(officer.context, bid.id, "withdrawn", agreed)).ok).toBe(true);
    expect((await take(officer.context, bid, "submit")).ok).toBe(true);
    await withdrawRound(manager.context, roundId, 2, { withdrawnOn: null, withdrawnReason: null });
  });

  it("ends the draft: nobody changes it any more", async () => {
    const bid = await submitted();
    const change = changeBid(story.officer.context, bid.id, bid.version, answers());
    await expect(change).rejects.toThrow(StaleError);
  });
});

describe("sign-off", () => {
  it("is never by somebody who wrote the bid, in whole or in part", async () => {
    const bid = await draft(story.manager.context, {
      leadPartnershipId: story.lead,
      purpose: "Lighting",
      requestedPence: 1,
    });
    await take(story.officer.context, bid, "ask_for_sign_off");
    await expect(take(story.manager.context, bid, "sign_off")).rejects.toMatchObject({
      because: expect.stringContaining("You wrote or changed this bid"),
    });
    await expect(take(story.officer.context, bid, "sign_off")).rejects.toMatchObject({ because: undefined });
    expect(await take(story.finance.context, bid, "sign_off")).toMatchObject({
      ok: true,
      value: { to: "submitted" },
    });
  });

  it("is not by a manager who changed another's draft", async () => {
    const bid = await completeDraft(story);
    const input = answers({ leadPartnershipId: story.lead, purpose: "Mine", requestedPence: 5 });
    await changeBid(story.manager.context, bid.id, bid.version, input);
    await take(story.officer.context, bid, "ask_for_sign_off");
    await expect(take(story.manager.context, bid, "sign_off")).rejects.toThrow(ForbiddenError);
  });

  it("needs all that submitting needs, and can be refused with a reason", async () => {
    const incomplete = await draft(story.officer.context);
    expect((await take(story.officer.context, incomplete, "ask_for_sign_off")).ok).toBe(false);
    const bid = await completeDraft(story);
    await take(story.officer.context, bid, "ask_for_sign_off");
    expect(await take(story.manager.context, bid, "send_back")).toEqual({
      ok: false,
      errors: { reason: "Enter what needs to change" },
    });
    await take(story.manager.context, bid, "send_back", { reason: "No costs" });
    expect((await getBid(story.manager.context, bid.id)).status).toBe("draft");
  });
});

describe("a decision", () => {
  it("asks for date and reason, and is kept with both", async () => {
    const bid = await submitted();
    const refused = await take(story.manager.context, bid, "refuse");
    expect(refused.ok ? [] : Object.keys(refused.errors)).toEqual(["happenedOn", "reason"]);
    await take(story.manager.context, bid, "refuse", {
      happenedOn: "2026-11-21",
      reason: "Too many bids",
      reference: "HO/1",
    });
    expect(await getBid(story.manager.context, bid.id)).toMatchObject({
      status: "unsuccessful",
      decidedOn: "2026-11-21",
    });
  });

  it("is not before the bid was submitted", async () => {
    const bid = await submitted();
    const early = await take(story.finance.context, bid, "put_on_reserve", {
      happenedOn: "2026-11-20",
      reason: "x",
    });
    expect(early.ok ? {} : early.errors).toHaveProperty("happenedOn");
  });

  it("is recorded by managers and finance of the lead alone", async () => {
    const bid = await submitted({ partnerIds: [story.partner] });
    const given = { happenedOn: "2026-11-21", reason: "x" };
    await expect(take(story.officer.context, bid, "refuse", given)).rejects.toThrow(ForbiddenError);
    await expect(take(story.partnerManager.context, bid, "refuse", given)).rejects.toThrow(ForbiddenError);
    const foreign = takeBidAction(story.stranger.context, bid.id, bid.version, "refuse", given);
    const missing = takeBidAction(story.stranger.context, 999_999, bid.version, "refuse", given);
    await expect(foreign).rejects.toThrow(NotFoundError);
    await expect(missing).rejects.toThrow(NotFoundError);
  });

  it("that makes an award moves the bid inside the transaction of the award", async () => {
    const bid = await submitted();
    const { context } = story.finance;
    const given = { happenedOn: "2026-11-21", reason: "Letter" };
    const undone = context.db.write(async (trx) => {
      await moveBid(trx, context, bid, "award_in_full", given);
      throw new Error("the award failed");
    });
    await expect(undone).rejects.toThrow("the award failed");
    expect((await getBid(context, bid.id)).status).toBe("submitted");
    const moved = await context.db.write((trx) => moveBid(trx, context, bid, "award_in_full", given));
    expect(moved).toEqual({ ok: true, value: { from: "submitted", to: "awarded", version: 3 } });
    const twice = context.db.write((trx) => moveBid(trx, context, bid, "award_in_full", given));
    await expect(twice).rejects.toThrow(StaleError);
  });

  it("does not follow another decision", async () => {
    const bid = await submitted();
    await take(story.manager.context, bid, "refuse", { happenedOn: "2026-11-21", reason: "x" });
    const again = await take(story.manager.context, bid, "put_on_reserve", {
      happenedOn: "2026-11-21",
      reason: "x",
    });
    expect(again).toEqual({
      ok: false,
      errors: { form: "This bid is “Unsuccessful”, so this cannot be recorded now" },
    });
  });
});

describe("withdrawing and reopening", () => {
  it("brings a submitted bid back to submitted, by a manager, with a reason", async () => {
    const bid = await submitted();
    await take(story.officer.context, bid, "withdraw", { reason: "Another fund" });
    await expect(take(story.officer.context, bid, "reopen", { reason: "x" })).rejects.toThrow(ForbiddenError);
    expect(await take(story.manager.context, bid, "reopen", { reason: "By mistake" })).toMatchObject({
      value: { to: "submitted" },
    });
  });

  it("brings a draft that was never submitted back to draft", async () => {
    const bid = await draft(story.officer.context);
    await take(story.officer.context, bid, "withdraw", { reason: "No time" });
    expect(await take(story.manager.context, bid, "reopen", { reason: "Time" })).toMatchObject({
      value: { to: "draft" },
    });
  });

  it("from an old version changes nothing", async () => {
    const bid = await submitted();
    await take(story.officer.context, bid, "ask_clarification", { reason: "Which wards?" });
    const late = takeBidAction(story.officer.context, bid.id, bid.version, "withdraw", { reason: "x" });
    await expect(late).rejects.toThrow(StaleError);
    expect(await take(story.officer.context, bid, "answer_clarification")).toMatchObject({ ok: true });
  });
});
