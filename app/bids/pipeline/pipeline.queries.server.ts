import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import { bidsInScope } from "../bid-scope.server.ts";
import type { BidStage } from "../bid-words.ts";
import { LIVE_STAGES, LIVE_STATUSES } from "../content/live.ts";
import { EXPECTED_DECISION, roundToDecide } from "../expected-decision.server.ts";
import { listSignedOffDrafts, stageOfBid } from "../sign-off/signed-off.queries.server.ts";
import { COUNTED_PENCE, itemisedByUmbrella } from "../umbrella/umbrella.queries.server.ts";
import type { PipelineSum, YearlyBid } from "./expected.rules.ts";

export type StageMonth = PipelineSum & {
  stage: BidStage;
  /** The month of the expected decision, or the year where only that is known: 2027-01, 2027, FY2027. The round's
   * where the bid has none of its own. */
  month: string | null;
};

const STAGES = LIVE_STAGES.map((stage, place) => sql`when ${stage} then ${sql.lit(place)}`);

const EXPECTED = sql<number | null>`(${COUNTED_PENCE} * bid_likelihood.percent + 50) / 100`;

/**
 * Every live bid that the actor may read, once each, summed by stage and by the month of its expected decision. An
 * umbrella record counts only for what is not itemised, as in the list of bids.
 */
export async function sumPipeline(context: Context): Promise<StageMonth[]> {
  const stage = stageOfBid(context, await listSignedOffDrafts(context));
  const live = withRounds(liveBids(context))
    .select([stage.as("stage"), COUNTED_PENCE.as("counted")])
    .select(sql<string | null>`substr(${EXPECTED_DECISION}, 1, 7)`.as("month"))
    .select(EXPECTED.as("expected"))
    .as("live");
  const rows = await context.db.read
    .selectFrom(live)
    .select(["live.stage", "live.month"])
    .select((e) => [
      e.fn.countAll<number>().as("bids"),
      e.fn.count<number>("live.counted").as("with_amount"),
      e.fn.count<number>("live.expected").as("with_expected"),
      e.cast<number | null>(e.fn.sum("live.counted"), "bigint").as("requested"),
      e.cast<number | null>(e.fn.sum("live.expected"), "bigint").as("expected"),
    ])
    .groupBy(["live.stage", "live.month"])
    .execute();
  return rows.map((row) => ({
    stage: row.stage,
    month: row.month,
    bids: row.bids,
    requestedPence: row.requested ?? 0,
    expectedPence: row.expected ?? 0,
    withoutAmount: row.bids - row.with_amount,
    withoutLikelihood: row.with_amount - row.with_expected,
  }));
}

/** Every bid that the pipeline adds up, once each, with what it counts for and what is expected of it: by stage and expected decision. */
export async function pipelineBids(context: Context) {
  const stage = stageOfBid(context, await listSignedOffDrafts(context));
  return withRounds(liveBids(context))
    .select(["bid.reference", "bid.title", stage.as("stage"), EXPECTED_DECISION.as("expected_decision")])
    .select(["bid.requested_pence", "bid.requested_basis", "bid_likelihood.percent"])
    .select([EXPECTED.as("expected"), COUNTED_PENCE.as("counted")])
    .orderBy(sql`case ${stage} ${sql.join(STAGES, sql` `)} end`)
    .orderBy(sql`coalesce(${EXPECTED_DECISION}, '9999')`)
    .orderBy("bid.id");
}

/** The live bids that the actor may read and that have an amount and costs, with what they count for and cost each year. */
export async function listYearlyBids(context: Context): Promise<YearlyBid[]> {
  const rows = await liveBids(context)
    .innerJoin("bid_cost", "bid_cost.bid_id", "bid.id")
    .select(["bid.id", COUNTED_PENCE.as("counted"), "bid_likelihood.percent", "bid_cost.financial_year"])
    .select((e) => e.cast<number>(e.fn.sum("bid_cost.amount_pence"), "bigint").as("pence"))
    .where("bid.requested_pence", "is not", null)
    .groupBy(["bid.id", "bid.requested_pence", "itemised.pence", "bid_likelihood.percent"])
    .groupBy("bid_cost.financial_year")
    .orderBy("bid.id")
    .orderBy("bid_cost.financial_year")
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

function liveBids(context: Context) {
  return bidsInScope(context)
    .leftJoin("bid_likelihood", "bid_likelihood.bid_id", "bid.id")
    .leftJoin(itemisedByUmbrella(context.db.read), "itemised.umbrella_id", "bid.id")
    .where("bid.status", "in", LIVE_STATUSES);
}

/** With the rounds of those that have no decision date of their own. */
function withRounds(bids: ReturnType<typeof liveBids>) {
  return bids.leftJoin("round", (join) => join.on(roundToDecide));
}
