import { type RawBuilder, sql } from "kysely";
import type { Grouping } from "./funding-secured.ts";

const COLUMNS: Record<Grouping, string> = {
  partnership: "partnership_id",
  funder: "funder_id",
  fund: "fund_id",
  priority: "priority_id",
  theme: "theme_id",
  project: "project_id",
  year: "financial_year",
  stream: "stream",
};

/** What a table is grouped by: an expression, null for money not yet apportioned, and the join that it needs. */
export type RowKey = { key: RawBuilder<unknown>; join: RawBuilder<unknown> };

/**
 * The row in which money of a table stands. A fund or funder that was merged into another stands in the other's row.
 * @param column the expression for the table's own column, where it is not simply that column.
 */
export function rowKeyIn(table: string, by: Grouping, column?: RawBuilder<unknown>): RowKey {
  const own = column ?? sql.ref(`${table}.${COLUMNS[by]}`);
  if (by !== "fund" && by !== "funder") return { key: own, join: sql`` };
  const merged = `merged_${by}`;
  return {
    key: sql`coalesce(${sql.ref(`${merged}.merged_into_id`)}, ${own})`,
    join: sql`left join ${sql.table(by)} as ${sql.table(merged)} on ${sql.ref(`${merged}.id`)} = ${own}`,
  };
}

/** A summary's own word for "not yet apportioned" (0, or nothing) as null. */
export function summaryKey(by: Grouping): RowKey {
  const nothing = by === "stream" ? sql`''` : sql`0`;
  return rowKeyIn("summary", by, sql`nullif(${sql.ref(`summary.${COLUMNS[by]}`)}, ${nothing})`);
}
