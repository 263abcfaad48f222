import type { Context } from "#app/platform/context.server.ts";
import type { Database } from "#db/open.server.ts";
import { countAwards, countAwardsByRow } from "./award-counts.queries.server.ts";
import type { KeyedSums } from "./funding-secured.rules.ts";
import type { Grouping } from "./funding-secured.ts";
import type { ReportMoment } from "./moment.server.ts";
import { awardsFromVersions } from "./proof.queries.server.ts";
import type { Reach } from "./reach.server.ts";
import {
  type CellSums,
  cellsFromPostings,
  cellsFromSummaries,
  type Groupings,
  isSummarised,
  sumsFromPostings,
  sumsFromSummaries,
} from "./row-sums.queries.server.ts";

/** The numbers of a report, without a name in them. */
export type GatheredSums = {
  sums: KeyedSums[];
  awardsByRow: Map<number | string | null, number>;
  awards: number;
  /** Of the proof: what the awards' versions come to, pence. */
  awardsPence: number;
};

const KEPT = 30;
const kept = new WeakMap<Database["engine"], Map<string, Promise<unknown>>>();

/** Gathers the numbers of a report, or answers those gathered before. */
export async function gatherSums(
  context: Context,
  by: Grouping,
  moment: ReportMoment,
  reach: Reach,
): Promise<GatheredSums> {
  return keep(context, [by], moment, reach, () => gather(context, by, moment, reach));
}

/** The sums of each cell of a table of two groupings, or those gathered before. */
export async function gatherCells(
  context: Context,
  by: Groupings,
  moment: ReportMoment,
  reach: Reach,
): Promise<CellSums[]> {
  const sumCells = moment.isNow && isSummarised(by, reach) ? cellsFromSummaries : cellsFromPostings;
  return keep(context, by, moment, reach, () => sumCells(context, by, moment, reach));
}

/**
 * The ledger only grows, so what a report says of a day as known at a position never changes: numbers are kept by
 * both, and while no money moves they are current. Whoever asks while they are being gathered waits for the same ones.
 */
async function keep<Gathered>(
  context: Context,
  by: Groupings,
  moment: ReportMoment,
  reach: Reach,
  gatherAnew: () => Promise<Gathered>,
): Promise<Gathered> {
  const { engine } = context.db;
  const known = kept.get(engine) ?? new Map<string, Promise<unknown>>();
  kept.set(engine, known);
  const key = JSON.stringify([by, moment.asAt, await moneyPosition(context, by, moment), reach]);
  const gathered = (known.get(key) as Promise<Gathered> | undefined) ?? gatherAnew();
  known.delete(key);
  known.set(key, gathered);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return gathered.catch((error) => {
    known.delete(key);
    throw error;
  });
}

/** The last position up to the moment's at which money moved; funds and funders may also be merged in between. */
async function moneyPosition({ db }: Context, by: Groupings, { position }: ReportMoment): Promise<number> {
  if (by.includes("fund") || by.includes("funder")) return position;
  const row = await db.read
    .selectFrom("posting")
    .select("seq")
    .where("seq", "<=", position)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

async function gather(
  context: Context,
  by: Grouping,
  moment: ReportMoment,
  reach: Reach,
): Promise<GatheredSums> {
  const sumRows = moment.isNow && isSummarised(by, reach) ? sumsFromSummaries : sumsFromPostings;
  return {
    sums: await sumRows(context, by, moment, reach),
    awardsByRow: await countAwardsByRow(context, by, moment, reach),
    awards: await countAwards(context, moment, reach),
    awardsPence: await awardsFromVersions(context, moment, reach),
  };
}
