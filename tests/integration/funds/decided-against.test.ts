import { beforeAll, describe, expect, test } from "vitest";
import * as bidPage from "#app/bids/bid.page.tsx";
import { listRoundsBidFor, takeBidAction } from "#app/bids/index.server.ts";
import * as newBidPage from "#app/bids/new-bid.page.tsx";
import { askedRounds } from "#app/funds/asked-rounds.server.ts";
import { decideNotToBid } from "#app/funds/not-bidding/decide-not-to-bid.server.ts";
import * as notBiddingPage from "#app/funds/not-bidding/not-bidding.page.tsx";
import { listNotBid } from "#app/funds/not-bidding/not-bidding.queries.server.ts";
import * as takeBackPage from "#app/funds/not-bidding/take-back.page.tsx";
import { takeBackDecision } from "#app/funds/not-bidding/take-back-decision.server.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { getYearly } from "#app/reports/yearly/yearly.queries.server.ts";
import { createFund, createRound, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, draft } from "../bids/bid-story.ts";
import { callPage } from "../bids/call-page.ts";

const register = useDatabase();
const BECAUSE = { decidedOn: "2026-08-03", reason: "No match funding could be found" };
const TAKEN_BACK = { takenBackOn: "2026-08-10", reason: "A partner found the match" };
let story: BidStory;
let fundId: number;

beforeAll(async () => {
  story = await bidStory(register.db);
  fundId = await createFund(register.db, null);
});

/** A round that the lead decided against. */
async function against(recordedOn = "2026-11-21") {
  const roundId = await createRound(register.db, fundId);
  const context = { ...story.officer.context, now: () => `${recordedOn}T09:00:00.000Z` };
  const decided = await decideNotToBid(context, roundId, { partnershipId: story.lead, ...BECAUSE });
  if (!decided.ok) throw new Error(JSON.stringify(decided.errors));
  return { roundId, id: decided.value.id };
}

const ofRound = (roundId: number) => listNotBid(story.reader.context, { roundId });
const bidTo = (roundId: number) => draft(story.officer.context, { roundId, leadPartnershipId: story.lead });

describe("a decision not to bid that is taken back", () => {
  test("stays with the day and the reason, and so does one that is made after it", async () => {
    const { roundId, id } = await against();
    expect(await takeBackDecision(story.officer.context, id, TAKEN_BACK)).toMatchObject({ ok: true });
    const takenBack = { on: "2026-08-10", because: "A partner found the match" };
    expect(await ofRound(roundId)).toMatchObject([{ ...BECAUSE, takenBack }]);
    await decideNotToBid(story.officer.context, roundId, {
      partnershipId: story.lead,
      decidedOn: "2026-08-20",
      reason: "The partner left",
    });
    expect(await ofRound(roundId)).toMatchObject([
      { reason: "The partner left", takenBack: null },
      { ...BECAUSE, takenBack },
    ]);
    const audit = await register.db.read
      .selectFrom("audit_entry")
      .select(["action", "actor_id"])
      .where("record_type", "=", "round_not_bid")
      .where("record_id", "=", String(id))
      .orderBy("seq")
      .execute();
    expect(audit).toEqual([
      { action: "decide not to bid", actor_id: story.officer.id },
      { action: "take back decision not to bid", actor_id: story.officer.id },
    ]);
  });

  test("is taken back once, by those who may decide it, on a day from the decision to today", async () => {
    const { id } = await against();
    await expect(takeBackDecision(story.reader.context, id, TAKEN_BACK)).rejects.toThrow(ForbiddenError);
    await expect(takeBackDecision(story.stranger.context, id, TAKEN_BACK)).rejects.toThrow(NotFoundError);
    const on = (takenBackOn: string) =>
      takeBackDecision(story.officer.context, id, { ...TAKEN_BACK, takenBackOn });
    expect(await on("2026-08-02")).toMatchObject({ errors: { takenBackOn: expect.any(String) } });
    expect(await on("2026-11-22")).toMatchObject({ errors: { takenBackOn: expect.any(String) } });
    expect(await on("2026-08-03")).toMatchObject({ ok: true });
    await expect(on("2026-08-03")).rejects.toThrow(StaleError);
  });

  test("has a form that goes back to the round, and asks for the reason", async () => {
    const { roundId, id } = await against();
    const send = (fields: Record<string, string>) =>
      callPage(register.db, takeBackPage.action as never, story.officer, `/rounds/${id}/take-back`, fields);
    const date = { "takenBackOn-day": "10", "takenBackOn-month": "8", "takenBackOn-year": "2026" };
    expect(await send(date)).toMatchObject({ status: 422, body: { errors: { reason: expect.any(String) } } });
    expect(await send({ ...date, reason: "A partner found the match" })).toMatchObject({
      status: 303,
      location: `/rounds/${roundId}`,
    });
    expect(await ofRound(roundId)).toMatchObject([{ takenBack: { on: "2026-08-10" } }]);
  });
});

test("the list of rounds that were not bid for has those alone to which no bid was made after all", async () => {
  const [stands, bidFor, takenBack] = [await against(), await against(), await against()];
  const bid = await bidTo(bidFor.roundId);
  await takeBackDecision(story.officer.context, takenBack.id, TAKEN_BACK);
  const ids = [stands, bidFor, takenBack].map(({ roundId }) => roundId);
  const asked = async (state: string) => {
    const { rounds } = await askedRounds(
      story.reader.context,
      new URLSearchParams({ state }),
      listRoundsBidFor,
    );
    return ids.filter((id) => rounds.some((round) => round.id === id));
  };
  expect(await asked("not_bid")).toEqual([stands.roundId]);
  expect(await asked("neither")).toEqual([takenBack.roundId]);
  expect(await asked("bid_made")).toEqual([bidFor.roundId]);
  await takeBidAction(story.officer.context, bid.id, bid.version, "withdraw", { reason: "Not now" });
  expect(await asked("not_bid")).toEqual([stands.roundId, bidFor.roundId]);
});

describe("what was decided and what was bid stand beside each other", () => {
  test("whoever records that there is no bid sees the bid that there is", async () => {
    const roundId = await createRound(register.db, fundId);
    const bid = await bidTo(roundId);
    const page = (who: { id: number }) =>
      callPage(register.db, notBiddingPage.loader as never, who, `/rounds/${roundId}/not-bidding`);
    expect(await page(story.officer)).toMatchObject({
      body: { bids: [{ id: bid.id, reference: bid.reference, title: bid.title }] },
    });
    expect((await page(story.stranger)).body).toMatchObject({ bids: [] });
    await takeBidAction(story.officer.context, bid.id, bid.version, "withdraw", { reason: "Not now" });
    expect(await page(story.officer)).toMatchObject({ body: { bids: [] } });
  });

  test("a bid to a round that was decided against says so, is not refused, and says it no more once it is taken back", async () => {
    const { roundId, id } = await against();
    const form = async (who: { id: number }) =>
      (await callPage(register.db, newBidPage.loader as never, who, `/bids/new?round=${roundId}`)).body as {
        against: { reason: string }[];
        choices: { rounds: { id: number; text: string }[] };
      };
    const choice = async (who: { id: number }) =>
      (await form(who)).choices.rounds.find((round) => round.id === roundId)?.text;
    expect((await form(story.officer)).against).toMatchObject([BECAUSE]);
    expect(await choice(story.officer)).toContain("we decided not to bid");
    expect((await form(story.stranger)).against).toEqual([]);
    expect(await choice(story.stranger)).not.toContain("decided");
    const bid = await bidTo(roundId);
    const page = async () =>
      (await callPage(register.db, bidPage.loader as never, story.reader, `/bids/${bid.id}`)).body as {
        against: object[];
      };
    expect((await page()).against).toMatchObject([BECAUSE]);
    await takeBackDecision(story.officer.context, id, TAKEN_BACK);
    expect((await page()).against).toEqual([]);
    expect((await form(story.officer)).against).toEqual([]);
    expect(await choice(story.officer)).not.toContain("decided");
  });
});

describe("the yearly report of what was not bid for", () => {
  const notBid = async (roundId: number, asAt: string | null, knownAt: string | null) => {
    const query = { partnershipId: story.lead, year: 2026, asAt, knownAt };
    const { notBid } = await getYearly(operatorContext(register.db), query);
    return notBid.filter(({ round }) => round.id === roundId);
  };

  test("has a decision as it stood at a day and as it was known on one", async () => {
    const { roundId, id } = await against("2026-08-04");
    const later = { ...story.officer.context, now: () => "2026-08-12T09:00:00.000Z" };
    await takeBackDecision(later, id, TAKEN_BACK);
    expect(await notBid(roundId, null, null)).toMatchObject([{ takenBack: { on: "2026-08-10" } }]);
    // Taken back on 10 August, and recorded two days after it.
    expect(await notBid(roundId, "2026-08-09", null)).toMatchObject([{ takenBack: null }]);
    expect(await notBid(roundId, "2026-08-10", null)).toMatchObject([{ takenBack: { on: "2026-08-10" } }]);
    expect(await notBid(roundId, "2026-08-11", "2026-08-11")).toMatchObject([{ takenBack: null }]);
    expect(await notBid(roundId, "2026-08-12", "2026-08-12")).toMatchObject([
      { takenBack: { on: "2026-08-10" } },
    ]);
    expect(await notBid(roundId, "2026-08-03", "2026-08-03")).toEqual([]);
  });

  test("has the reason that was known on a day, where another took its place", async () => {
    const { roundId } = await against("2026-08-04");
    const later = { ...story.officer.context, now: () => "2026-08-12T09:00:00.000Z" };
    await decideNotToBid(later, roundId, { partnershipId: story.lead, ...BECAUSE, reason: "Too late" });
    expect((await notBid(roundId, null, null)).map(({ reason }) => reason)).toEqual(["Too late"]);
    const then = await notBid(roundId, "2026-08-11", "2026-08-11");
    expect(then.map(({ reason }) => reason)).toEqual([BECAUSE.reason]);
  });

  test("names the bids that were there by the day", async () => {
    const { roundId } = await against("2026-08-04");
    const bid = await bidTo(roundId);
    expect(await notBid(roundId, null, null)).toMatchObject([{ bids: [{ id: bid.id }] }]);
    expect(await notBid(roundId, "2026-11-20", null)).toMatchObject([{ bids: [] }]);
    expect(await notBid(roundId, "2026-11-20", "2026-11-20")).toMatchObject([{ bids: [] }]);
  });
});
