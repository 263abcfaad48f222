import { type RawBuilder, sql } from "kysely";
import type { Grouping } from "../funding-secured.ts";
import type { Groupings } from "../row-sums.queries.server.ts";
import type { KeyedPence } from "./beside.ts";

/** The award, or of what bids say the bid: each stands in a row of its own. */
export const RECORD = "record";

/** What the columns beside are grouped by: as the report, or record by record. */
export type BesideGrouping = Grouping | typeof RECORD;
export type BesideGroupings = Groupings | readonly [typeof RECORD];

/** What all of an award stands in. */
export const OF_AWARD: Partial<Record<BesideGrouping, RawBuilder<unknown>>> = {
  [RECORD]: sql`held.id`,
  partnership: sql`held.partnership_id`,
  fund: sql`held.fund_id`,
  funder: sql`held.funder_id`,
};

/** What a line of an award or of a claim, as `line`, stands in. */
export const OF_LINE: Partial<Record<BesideGrouping, RawBuilder<unknown>>> = {
  year: sql`line.financial_year`,
  stream: sql`line.stream`,
  project: sql`line.project_id`,
};

const NO_ROW = sql`cast(null as bigint)`;

/** The keys of a cell: what each of one or two groupings says of a record, nothing where it cannot tell. */
export function keysOf(
  by: BesideGroupings,
  keyOf: (grouping: BesideGrouping) => RawBuilder<unknown> | undefined,
) {
  const [row, column] = by;
  return sql`${keyOf(row) ?? NO_ROW} as row_key, ${(column && keyOf(column)) ?? NO_ROW} as column_key`;
}

/** What a line stands in, or else all of its award. */
export function ofAwardOrLine(grouping: BesideGrouping) {
  return OF_AWARD[grouping] ?? OF_LINE[grouping];
}

/** A sum of a cell, as a query gives it. */
export type KeyedRow = { row_key: number | string | null; column_key: number | string | null; pence: number };

export function keyedPence({ row_key, column_key, pence }: KeyedRow): KeyedPence {
  return { row: row_key, column: column_key, pence };
}
