import { sql } from "kysely";
import type { SaidAt } from "#app/audit/index.server.ts";
import { type Context, readingAside } from "#app/platform/context.server.ts";
import { isAmongBids, takesPart } from "../bid-scope.server.ts";
import { LIVE_STAGES, LIVE_STATUSES } from "../content/live.ts";
import { EXPECTED_DECISION, roundToDecide } from "../expected-decision.server.ts";
import { type BidMoment, bidsThen, earlierOf } from "../figures-then/bids-then.server.ts";
import { costsThen } from "../figures-then/costs-then.server.ts";
import { likelihoodThen } from "../figures-then/figures-then.server.ts";
import { umbrellaThen } from "../figures-then/umbrella-then.server.ts";
import { listSignedOffDrafts, stageOfBid } from "../sign-off/signed-off.queries.server.ts";
import { COUNTED_PENCE } from "../umbrella/umbrella.queries.server.ts";
import type { StageSum, YearlyBid } from "./expected.rules.ts";

/** Which bids the pipeline is of. */
export type PipelineQuery = {
  /** The days as at and known on, and what the register said by then of what has no day of its own; null is now. */
  moment: (BidMoment & { said: SaidAt | null }) | null;
  /** The bids in which one of these partnerships takes part; null for all that the actor may read. */
  partnershipIds: readonly number[] | null;
};

const NOW: PipelineQuery = { moment: null, partnershipIds: null };

const STAGES = LIVE_STAGES.map((stage, place) => sql`when ${stage} then ${sql.lit(place)}`);

const EXPECTED = sql<number | null>`(live.counted * live.percent + 50) / 100`;

/**
 * Every live bid that the actor may read, once each, summed by stage and by the month of its expected decision. An
 * umbrella record counts only for what is not itemised, as in the list of bids.
 */
export async function sumPipeline(context: Context, query = NOW): Promise<StageSum[]> {
  const month = sql<string | null>`substr(live.expected_decision, 1, 7)`;
  const rows = await (await liveBids(context, query))
    .select(["live.stage", month.as("month")])
    .select((e) => [
      e.fn.countAll<number>().as("bids"),
      e.fn.count<number>("live.counted").as("with_amount"),
      e.fn.count<number>(EXPECTED).as("with_expected"),
      e.cast<number | null>(e.fn.sum("live.counted"), "bigint").as("requested"),
      e.cast<number | null>(e.fn.sum(EXPECTED), "bigint").as("expected"),
      sql<number>`cast(coalesce(sum(case when live.percent is null then 0 else live.counted end), 0) as bigint)`.as(
        "weighed",
      ),
      sql<number>`cast(coalesce(sum(cast(live.counted as double precision) * live.counted * live.percent
        * (100 - live.percent) / 10000), 0) as double precision)`.as("variance"),
    ])
    .groupBy(["live.stage", month])
    .execute();
  return rows.map((row) => ({
    stage: row.stage,
    month: row.month,
    bids: row.bids,
    requestedPence: row.requested ?? 0,
    expectedPence: row.expected ?? 0,
    withoutAmount: row.bids - row.with_amount,
    withoutLikelihood: row.with_amount - row.with_expected,
    weighedPence: row.weighed,
    variance: row.variance,
  }));
}

/** Every bid that the pipeline adds up, once each, with what it counts for and what is expected of it: by stage and expected decision. */
export async function pipelineBids(context: Context, query = NOW) {
  return (await liveBids(context, query))
    .select(["live.reference", "live.title", "live.stage", "live.expected_decision"])
    .select(["live.requested_pence", "live.requested_basis", "live.percent"])
    .select([EXPECTED.as("expected"), "live.counted"])
    .orderBy(sql`case live.stage ${sql.join(STAGES, sql` `)} end`)
    .orderBy(sql`coalesce(live.expected_decision, '9999')`)
    .orderBy("live.id");
}

/** The live bids that the actor may read and that have an amount and costs, with what they count for and cost each year. */
export async function listYearlyBids(context: Context, query = NOW): Promise<YearlyBid[]> {
  const costs = sql<{
    bid_id: number;
    financial_year: number;
    amount_pence: number;
  }>`(${costsThen(query.moment?.said ?? null)})`;
  const rows = await (await liveBids(context, query))
    .innerJoin(costs.as("cost"), "cost.bid_id", "live.id")
    .select(["live.id", "live.counted", "live.percent", "cost.financial_year"])
    .select((e) => e.cast<number>(e.fn.sum("cost.amount_pence"), "bigint").as("pence"))
    .where("live.requested_pence", "is not", null)
    .groupBy(["live.id", "live.counted", "live.percent", "cost.financial_year"])
    .orderBy("live.id")
    .orderBy("cost.financial_year")
    .execute();
  const bids = new Map<number, YearlyBid & { years: { year: number; pence: number }[] }>();
  for (const row of rows) {
    const bid = bids.get(row.id) ?? {
      requestedPence: row.counted ?? 0,
      percent: row.percent,
      years: [],
    };
    bid.years.push({ year: row.financial_year, pence: row.pence });
    bids.set(row.id, bid);
  }
  return [...bids.values()];
}

/**
 * The bids that are not decided yet, as `live`: with the rounds of those that have no decision date of their own. What a
 * draft of an earlier day said is not kept: whether it was signed off as it stood is not known of it.
 */
async function liveBids(context: Context, { moment, partnershipIds }: PipelineQuery) {
  const { today } = context;
  const at = moment ?? { asAt: today, knownAt: today, said: null };
  const isNow = moment === null || (at.asAt >= today && at.knownAt >= today);
  const { db } = moment === null ? context : readingAside(context);
  const stage = stageOfBid(context, isNow ? await listSignedOffDrafts(context) : []);
  const bids = bidsThen(at, today);
  const itemised = sql<{ umbrella_id: number; pence: number | null }>`(
    select member.umbrella_id, cast(sum(item.requested_pence) as bigint) as pence
    from (${umbrellaThen(at.said)}) as member join ${bids} as item on item.id = member.bid_id
    group by member.umbrella_id)`;
  const live = db.read
    .selectFrom(bids.as("bid"))
    .leftJoin(itemised.as("itemised"), "itemised.umbrella_id", "bid.id")
    .leftJoin("round", (join) => join.on(roundToDecide))
    .select(["bid.id", "bid.reference", "bid.title", "bid.requested_pence", "bid.requested_basis"])
    .select([stage.as("stage"), EXPECTED_DECISION.as("expected_decision"), COUNTED_PENCE.as("counted")])
    .select(likelihoodThen(earlierOf(at), today).as("percent"))
    .where("bid.status", "in", LIVE_STATUSES)
    .where(isAmongBids(context.scope))
    .where(partnershipIds === null ? sql<boolean>`1 = 1` : takesPart(partnershipIds));
  return db.read.selectFrom(live.as("live"));
}
