import { beforeAll, expect, it } from "vitest";
import { listDeadlines, listMissedClosings, takeBidAction } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { createFund, createRound } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type BidStory, bidStory, completeDraft, draft } from "./bid-story.ts";

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
    await register.db.write((transaction) =>
      transaction
        .updateTable("round")
        .set({ closes_at: closesAt, withdrawn_on: withdrawnOn })
        .where("id", "=", roundId)
        .execute(),
    );
    await draft(story.officer.context, { title, roundId, leadPartnershipId: story.lead });
  }
  for (const expectedDecision of ["2026-11-20", "2026-12"]) {
    const sent = await completeDraft(story, { title: `Decided ${expectedDecision}`, expectedDecision });
    await takeBidAction(story.officer.context, sent.id, sent.version, "submit", {});
  }
});

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

it("shows nobody the deadlines of bids that they may not read", async () => {
  for (const { context } of [story.stranger, story.administrator]) {
    expect(await listDeadlines(thatMorning(context), "2027-12-31")).toEqual([]);
    expect(await listMissedClosings(thatMorning(context), 10)).toEqual([]);
  }
});
