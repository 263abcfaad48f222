import { beforeAll, expect, it } from "vitest";
import * as bidPage from "#app/bids/bid.page.tsx";
import { listDeadlinesOfBid } from "#app/bids/bid-deadlines.queries.server.ts";
import { listDeadlines, listMissedClosings, takeBidAction } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { createFund, createRound } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";
import { callPage } from "./call-page.ts";

const register = useDatabase();
let story: BidStory;

beforeAll(async () => {
  story = await bidStory(register.db);
  const fundId = await createFund(register.db, null);
  for (const [title, closesAt, withdrawnOn] of [
    ["Later today", "2026-11-21T17:00", null],
    ["Earlier today", "2026-11-21T09:00", null],
    ["Some day today", "2026-11-21", null],
    ["This month", "2026-11", null],
    ["Last month", "2026-10", null],
    ["In four weeks", "2026-12-19T12:00", null],
    ["After four weeks", "2026-12-20", null],
    ["Taken back", "2026-11-25", "2026-11-20"],
    ["No date", null, null],
  ] as const) {
    const roundId = await createRound(register.db, fundId);
    await setRound(roundId, { closes_at: closesAt, withdrawn_on: withdrawnOn });
    await draft(story.officer.context, { title, roundId, leadPartnershipId: story.lead });
  }
  for (const expectedDecision of ["2026-11-20", "2026-12"]) {
    const sent = await completeDraft(story, { title: `Decided ${expectedDecision}`, expectedDecision });
    await takeBidAction(story.officer.context, sent.id, sent.version, "submit", {});
  }
});

async function setRound(id: number, values: Record<string, string | null>) {
  await register.db.write((transaction) =>
    transaction.updateTable("round").set(values).where("id", "=", id).execute(),
  );
}

/** The person at 9:32am UK time on 21 November 2026. */
const thatMorning = (context: Context): Context => ({
  ...context,
  today: "2026-11-21",
  now: () => "2026-11-21T09:32:00.000Z",
});
const titles = (deadlines: { title: string }[]) => deadlines.map(({ title }) => title);

it("lists what is still to come until a day, the next first, decisions too", async () => {
  const deadlines = await listDeadlines(thatMorning(story.officer.context), "2026-12-19");
  expect(titles(deadlines)).toEqual([
    "Later today",
    "Some day today",
    "This month",
    "In four weeks",
    "Decided 2026-12",
  ]);
  expect(deadlines.at(-1)).toMatchObject({ kind: "decision_expected", at: "2026-12" });
});

it("lists the bids whose round closed before they were submitted, the last to close first", async () => {
  const context = thatMorning(story.officer.context);
  expect(titles(await listMissedClosings(context, 10))).toEqual(["Earlier today", "Last month"]);
  expect(titles(await listMissedClosings(context, 1))).toEqual(["Earlier today"]);
  expect(titles(await listMissedClosings({ ...context, now: () => "2026-11-21T17:00:00.000Z" }, 1))).toEqual([
    "Later today",
  ]);
});

it("lists the expression of interest that is due before a bid is submitted, and no more once it is", async () => {
  const roundId = await createRound(register.db, await createFund(register.db, null));
  await setRound(roundId, { expression_of_interest_by: "2026-11-24", closes_at: "2027-06-01" });
  const context = thatMorning(story.officer.context);
  const ofBid = async (id: number) =>
    (await listDeadlines(context, "2026-12-19"))
      .filter(({ bidId }) => bidId === id)
      .map(({ kind, at }) => [kind, at]);
  const { id, version } = await completeDraft(story, { title: "Interested", roundId });
  expect(await ofBid(id)).toEqual([["interest_due", "2026-11-24"]]);
  expect(await listDeadlinesOfBid(context, id)).toEqual([
    { kind: "interest", at: "2026-11-24" },
    { kind: "submit", at: "2027-06-01" },
  ]);
  await setRound(roundId, { expression_of_interest_by: "2026-11" });
  expect(await ofBid(id)).toEqual([["interest_due", "2026-11"]]);
  await setRound(roundId, { expression_of_interest_by: "2026-11-20" });
  expect(await ofBid(id)).toEqual([]);
  await setRound(roundId, { expression_of_interest_by: "2026-11-24", withdrawn_on: "2026-11-20" });
  expect([await ofBid(id), await listDeadlinesOfBid(context, id)]).toEqual([[], []]);
  await setRound(roundId, { withdrawn_on: null });
  await takeBidAction(story.officer.context, id, version, "submit", {});
  expect([await ofBid(id), await listDeadlinesOfBid(context, id)]).toEqual([[], []]);
});

it("lists by when the funder wants its questions answered, until they are", async () => {
  const context = thatMorning(story.officer.context);
  const sent = await completeDraft(story, { title: "Questioned" });
  await takeBidAction(story.officer.context, sent.id, sent.version, "submit", {});
  for (const [version, reason, dueOn] of [
    [2, "How many wardens?", "2026-11-26"],
    [3, "And from when?", "2026-11-26"],
    [4, "Who pays the rest?", "2027-01-31"],
  ] as const) {
    const asked = await takeBidAction(context, sent.id, version, "ask_clarification", { reason, dueOn });
    expect(asked.ok).toBe(true);
  }
  const due = async () =>
    (await listDeadlines(context, "2026-12-19"))
      .filter(({ bidId }) => bidId === sent.id)
      .map(({ kind, at }) => [kind, at]);
  expect(await due()).toEqual([["answer_due", "2026-11-26"]]);
  const page = await callPage(register.db, bidPage.loader, story.officer, `/bids/${sent.id}`);
  expect(page.body).toMatchObject({ deadlines: [{ kind: "answer", at: "2026-11-26" }] });
  await takeBidAction(context, sent.id, 5, "answer_clarification", {});
  expect(await due()).toEqual([]);
});

it("shows nobody the deadlines of bids that they may not read", async () => {
  for (const { context } of [story.stranger, story.administrator]) {
    expect(await listDeadlines(thatMorning(context), "2027-12-31")).toEqual([]);
    expect(await listMissedClosings(thatMorning(context), 10)).toEqual([]);
  }
});
