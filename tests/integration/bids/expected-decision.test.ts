import { beforeAll, expect, it } from "vitest";
import { getBid, listDeadlines, listOverdueDecisions, takeBidAction } from "#app/bids/index.server.ts";
import { sumPipeline } from "#app/bids/pipeline/pipeline.queries.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { countYear, listMonth } from "#app/standing/year/year-ahead.queries.server.ts";
import { monthsAhead } from "#app/standing/year/year-ahead.rules.ts";
import { createFund, createRound } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { exported } from "../exports/made-file.ts";
import { type BidStory, bidStory, completeDraft } from "./bid-story.ts";

const register = useDatabase();
let story: BidStory;
let manager: Context;

/** A submitted bid with a date of its own, or none, to a round that is decided then, or at a time not known. */
async function submitted(title: string, roundDecision: string | null, expectedDecision: string | null) {
  const roundId = await createRound(register.db, await createFund(register.db, null));
  await register.db.write((transaction) =>
    transaction
      .updateTable("round")
      .set({ decision_expected: roundDecision })
      .where("id", "=", roundId)
      .execute(),
  );
  const sent = await completeDraft(story, { title, roundId, expectedDecision });
  await takeBidAction(story.officer.context, sent.id, sent.version, "submit", {});
  return sent.id;
}

let overdueOfRound: number;

beforeAll(async () => {
  story = await bidStory(register.db);
  manager = { ...story.manager.context, today: "2026-11-21" };
  overdueOfRound = await submitted("Round late", "2020-05", null);
  await submitted("Own late", "2027-03", "2026-10-01");
  await submitted("Round to come", "2027-02", null);
  await submitted("Own to come", "2020-05", "2027-02-03");
  await submitted("Never said", null, null);
});

it("is overdue by the round's date where the bid has none, and by its own where it has one", async () => {
  const overdue = await listOverdueDecisions(manager, 10);
  expect(overdue.count).toBe(2);
  expect(
    overdue.bids.map(({ title, expectedDecision, isOfRound }) => [title, expectedDecision, isOfRound]),
  ).toEqual([
    ["Round late", "2020-05", true],
    ["Own late", "2026-10-01", false],
  ]);
  expect(await listOverdueDecisions(story.stranger.context, 10)).toEqual({ bids: [], count: 0 });
});

it("stands in the pipeline and its file under the round's date where the bid has none", async () => {
  const months = new Map((await sumPipeline(manager)).map(({ month, bids }) => [month, bids]));
  expect(months).toEqual(
    new Map([
      ["2020-05", 1],
      ["2026-10", 1],
      ["2027-02", 2],
      [null, 1],
    ]),
  );
  const [heading = [], ...rows] = await rowsOf("csv", await exported(manager, "pipeline"));
  const at = (name: string) => heading.indexOf(name);
  expect(rows.map((row) => [row[at("Title")], row[at("Decision expected")]])).toContainEqual([
    "Round late",
    "2020-05",
  ]);
});

it("is to come by the same dates, in the year ahead and among the deadlines", async () => {
  const months = await countYear(manager, monthsAhead(manager.today));
  expect(months.reduce((sum, { decides }) => sum + decides, 0)).toBe(2);
  const events = await listMonth(manager, "2027-02");
  expect(events.map(({ what, text }) => [what, text.slice(9)])).toEqual([
    ["Decision expected (the round’s date)", "Round to come"],
    ["Decision expected", "Own to come"],
  ]);
  const deadlines = await listDeadlines(manager, "2027-03-31");
  expect(deadlines.map(({ title }) => title)).toEqual(["Own to come", "Round to come"]);
});

it("is to come until its day is over, or its month where that is all that is known", async () => {
  const titles = async (today: string) => {
    const then = { ...manager, today };
    const [month] = await countYear(then, monthsAhead(today));
    const events = await listMonth(then, today.slice(0, 7));
    expect(month?.decides).toBe(events.length);
    return events.map(({ text }) => text.slice(9));
  };
  expect(await titles("2027-02-03")).toEqual(["Round to come", "Own to come"]);
  expect(await titles("2027-02-04")).toEqual(["Round to come"]);
  expect(await titles("2027-02-28")).toEqual(["Round to come"]);
});

it("is said on the bid, with whose date it is", async () => {
  expect(await getBid(manager, overdueOfRound)).toMatchObject({
    expectedDecision: null,
    roundDecision: "2020-05",
  });
});
