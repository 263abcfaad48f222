import { type RawBuilder, sql } from "kysely";
import type { Moment } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { KeyedSums, Sums } from "./funding-secured.rules.ts";
import type { Grouping } from "./funding-secured.ts";
import { isCounted, type Place, placeIn, type Reach } from "./reach.server.ts";
import { rowKeyIn, summaryKey } from "./row-key.server.ts";

/** Postings that held at the end of the day, as far as the ledger knew at the position. */
export function heldAt(moment: Moment): RawBuilder<unknown> {
  return sql`posting.effective_on <= ${moment.asAt} and posting.seq <= ${moment.position}`;
}

/** The four sums of a table or of a union of such columns. */
export const SUMS = sql`
  cast(coalesce(sum(gross_pence), 0) as bigint) as gross, cast(coalesce(sum(passed_on_pence), 0) as bigint) as passed_on,
  cast(coalesce(sum(not_recorded), 0) as bigint) as unrecorded, cast(coalesce(sum(approximate_pence), 0) as bigint) as approximate`;

export type SumsRow = { gross: number; passed_on: number; unrecorded: number; approximate: number };

export function sumsOf(row: SumsRow): Sums {
  return {
    grossPence: row.gross,
    passedOnPence: row.passed_on,
    notRecorded: row.unrecorded,
    approximatePence: row.approximate,
  };
}

type KeyedRow = SumsRow & { row_key: number | string | null };
const keyed = (row: KeyedRow): KeyedSums => ({ key: row.row_key, ...sumsOf(row) });

/** The sums of each row at any moment, from the postings. In no order. */
export async function sumsFromPostings(
  context: Context,
  by: Grouping,
  moment: Moment,
  reach: Reach,
): Promise<KeyedSums[]> {
  const { key, join } = rowKeyIn("posting", by);
  const { rows } = await sql<KeyedRow>`
    select ${key} as row_key, ${SUMS} from posting ${join}
    where ${heldAt(moment)} and ${isCounted(reach, placeIn("posting"))}
    group by ${key}`.execute(context.db.aside);
  return rows.map(keyed);
}

/** True where a summary knows the rows of a grouping: by partnership, year and stream; by fund and funder if of all. */
export function isSummarised(by: Grouping, reach: Reach): boolean {
  return ["partnership", "year", "stream"].includes(by) || (reach.all && ["fund", "funder"].includes(by));
}

/**
 * The same sums from a running summary, less the postings that came after the moment: quick where these are few.
 * One statement reads both, so that what others write meanwhile is in neither or in both.
 */
export async function sumsFromSummaries(
  context: Context,
  by: Grouping,
  moment: Moment,
  reach: Reach,
): Promise<KeyedSums[]> {
  const summary = sql.table(by === "fund" || by === "funder" ? "summary_fund" : "summary_partnership");
  const inSummary = summaryKey(by);
  const inPosting = rowKeyIn("posting", by);
  const place: Place = {
    partnershipId: sql`nullif(summary.partnership_id, 0)`,
    awardId: sql`summary.unsplit_award_id`,
  };
  const takenBack = (when: RawBuilder<unknown>) => sql`
    select ${inPosting.key} as row_key, -gross_pence as gross_pence, -passed_on_pence as passed_on_pence,
      -not_recorded as not_recorded, -approximate_pence as approximate_pence
    from posting ${inPosting.join} where ${when} and ${isCounted(reach, placeIn("posting"))}`;
  const { rows } = await sql<KeyedRow>`
    select row_key, ${SUMS} from (
      select ${inSummary.key} as row_key, gross_pence, passed_on_pence, not_recorded, approximate_pence
      from ${summary} as summary ${inSummary.join} where ${isCounted(reach, place)}
      union all ${takenBack(sql`posting.effective_on > ${moment.asAt}`)}
      union all ${takenBack(sql`posting.seq > ${moment.position} and posting.effective_on <= ${moment.asAt}`)}
    ) as moved
    group by row_key`.execute(context.db.aside);
  return rows.map(keyed);
}
