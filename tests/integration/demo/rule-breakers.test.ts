import { beforeAll, expect, test } from "vitest";
import { getBid } from "#app/bids/bid.queries.server.ts";
import { BID_STATUSES } from "#app/bids/bid.status.ts";
import { getBidContent } from "#app/bids/content/content.queries.server.ts";
import { getRoundCheck } from "#app/bids/round-check/round-check.queries.server.ts";
import { ROUND_RULES } from "#app/bids/round-check/round-check.ts";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { BREAKERS } from "#app/cli/demo/invented/rule-breakers.ts";
import type { Context } from "#app/platform/context.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
let context: Context;

beforeAll(async () => {
  context = operatorContext(register.db);
  await fillDemo(context);
});

test("for each rule of a round the demo has a bid of an invented partnership that breaks exactly that one, and is caught", async () => {
  const caught = [];
  for (const { title } of BREAKERS) {
    const { id } = await register.db.read
      .selectFrom("bid")
      .select("id")
      .where("title", "=", title)
      .executeTakeFirstOrThrow();
    const bid = await getBid(context, id);
    const check = await getRoundCheck(context, bid, await getBidContent(context, id));
    caught.push({ title, rules: check?.breaches.map(({ rule }) => rule) });
  }
  expect(caught).toEqual(BREAKERS.map(({ title, rule }) => ({ title, rules: [rule] })));
  expect([...new Set(BREAKERS.map(({ rule }) => rule))].sort()).toEqual([...ROUND_RULES].sort());
});

test("a bid of the demo stands at every stage of its life", async () => {
  const rows = await register.db.read.selectFrom("bid").select("status").groupBy("status").execute();
  expect(rows.map(({ status }) => status).sort()).toEqual([...BID_STATUSES].sort());
});

test("the bids to round 2 stand in the order of the PCC, which the round's terms name", async () => {
  const ranked = await register.db.read
    .selectFrom("bid_feedback")
    .innerJoin("bid", "bid.id", "bid_feedback.bid_id")
    .innerJoin("round", "round.id", "bid.round_id")
    .select(["bid.title", "ranked", "ranked_of", "round.who_may_lead as lead"])
    .where("round.name", "=", "Safer Streets Fund Round 2 (2021/22)")
    .orderBy("ranked")
    .execute();
  const lead = expect.stringContaining("PCC sets the priority order");
  expect(ranked).toEqual([
    { title: "Better locks in Otherton", ranked: 1, ranked_of: 2, lead },
    { title: "Lighting on the canal path", ranked: 2, ranked_of: 2, lead },
  ]);
});
