import { type RawBuilder, sql } from "kysely";
import type { Moment } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { KeyedSums, Sums } from "./funding-secured.rules.ts";
import type { Grouping } from "./funding-secured.ts";
import { isCounted, type Place, placeIn, type Reach } from "./reach.server.ts";
import { type RowKey, rowKeyIn, summaryKey } from "./row-key.server.ts";

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

/** What money is grouped by: one thing, or two at once. */
export type Groupings = readonly [Grouping] | readonly [rows: Grouping, columns: Grouping];
type Key = number | string | null;
/** The sums of a cell. Either key is null for money that is not yet apportioned in its grouping. */
export type CellSums = { row: Key; column: Key } & Sums;

type KeyedRow = SumsRow & { row_key: Key; column_key?: Key };
const celled = (row: KeyedRow): CellSums => ({
  row: row.row_key,
  column: row.column_key ?? null,
  ...sumsOf(row),
});
const keyed = ({ row, column: _column, ...sums }: CellSums): KeyedSums => ({ key: row, ...sums });

const KEYS = [sql.ref("row_key"), sql.ref("column_key")];

/** The keys of some groupings: as columns, as what is grouped by, and the joins that they need. */
function keysOf(keys: readonly RowKey[]) {
  return {
    named: sql.join(keys.map(({ key }, index) => sql`${key} as ${KEYS[index]}`)),
    grouped: sql.join(keys.map(({ key }) => key)),
    names: sql.join(KEYS.slice(0, keys.length)),
    join: sql.join(
      keys.map(({ join }) => join),
      sql` `,
    ),
  };
}

/** The sums of each row at any moment, from the postings. In no order. */
export async function sumsFromPostings(
  context: Context,
  by: Grouping,
  moment: Moment,
  reach: Reach,
): Promise<KeyedSums[]> {
  return (await cellsFromPostings(context, [by], moment, reach)).map(keyed);
}

/** The sums of each cell that money ever stood in, at any moment, from the postings. In no order. */
export async function cellsFromPostings(
  context: Context,
  by: Groupings,
  moment: Moment,
  reach: Reach,
): Promise<CellSums[]> {
  const keys = keysOf(by.map((grouping) => rowKeyIn("posting", grouping)));
  const { rows } = await sql<KeyedRow>`
    select ${keys.named}, ${SUMS} from posting ${keys.join}
    where ${heldAt(moment)} and ${isCounted(reach, placeIn("posting"))}
    group by ${keys.grouped}`.execute(context.db.aside);
  return rows.map(celled);
}

const OF_PARTNERSHIPS: readonly Grouping[] = ["partnership", "year", "stream"];
const OF_FUNDS: readonly Grouping[] = ["fund", "funder", "year"];

/** True where a summary knows the groupings: partnership, year and stream; fund, funder and year if of all. */
export function isSummarised(by: Grouping | Groupings, reach: Reach): boolean {
  const groupings = typeof by === "string" ? [by] : by;
  const areAllOf = (known: readonly Grouping[]) => groupings.every((grouping) => known.includes(grouping));
  return areAllOf(OF_PARTNERSHIPS) || (reach.all && areAllOf(OF_FUNDS));
}

/** The sums of each row from a running summary. */
export async function sumsFromSummaries(
  context: Context,
  by: Grouping,
  moment: Moment,
  reach: Reach,
): Promise<KeyedSums[]> {
  return (await cellsFromSummaries(context, [by], moment, reach)).map(keyed);
}

/**
 * The same sums from a running summary, less the postings that came after the moment: quick where these are few.
 * One statement reads both, so that what others write meanwhile is in neither or in both.
 */
export async function cellsFromSummaries(
  context: Context,
  by: Groupings,
  moment: Moment,
  reach: Reach,
): Promise<CellSums[]> {
  const isOfPartnerships = by.every((grouping) => OF_PARTNERSHIPS.includes(grouping));
  const summary = sql.table(isOfPartnerships ? "summary_partnership" : "summary_fund");
  const inSummary = keysOf(by.map(summaryKey));
  const inPosting = keysOf(by.map((grouping) => rowKeyIn("posting", grouping)));
  const place: Place = {
    partnershipId: sql`nullif(summary.partnership_id, 0)`,
    awardId: sql`summary.unsplit_award_id`,
  };
  const takenBack = (when: RawBuilder<unknown>) => sql`
    select ${inPosting.named}, -gross_pence as gross_pence, -passed_on_pence as passed_on_pence,
      -not_recorded as not_recorded, -approximate_pence as approximate_pence
    from posting ${inPosting.join} where ${when} and ${isCounted(reach, placeIn("posting"))}`;
  const { rows } = await sql<KeyedRow>`
    select ${inSummary.names}, ${SUMS} from (
      select ${inSummary.named}, gross_pence, passed_on_pence, not_recorded, approximate_pence
      from ${summary} as summary ${inSummary.join} where ${isCounted(reach, place)}
      union all ${takenBack(sql`posting.effective_on > ${moment.asAt}`)}
      union all ${takenBack(sql`posting.seq > ${moment.position} and posting.effective_on <= ${moment.asAt}`)}
    ) as moved
    group by ${inSummary.names}`.execute(context.db.aside);
  return rows.map(celled);
}
