import { type RawBuilder, sql } from "kysely";
import type { Moment } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Grouping } from "./funding-secured.ts";
import { isCounted, placeIn, type Reach } from "./reach.server.ts";
import { rowKeyIn } from "./row-key.server.ts";
import { heldAt } from "./row-sums.queries.server.ts";

/** The distinct awards with a line in each row, by the row's key. */
export async function countAwardsByRow(
  context: Context,
  by: Grouping,
  moment: Moment,
  reach: Reach,
): Promise<Map<number | string | null, number>> {
  const { key, join } = rowKeyIn("posting", by);
  const { rows } = await sql<{ row_key: number | string | null; awards: number }>`
    select row_key, cast(count(*) as bigint) as awards from (
      select ${key} as row_key, posting.award_id from posting ${join}
      where ${countedAt(moment, reach)}
      group by ${key}, posting.award_id having sum(posting.line_count) > 0) as counted
    group by row_key`.execute(context.db.aside);
  return new Map(rows.map((row) => [row.row_key, row.awards]));
}

/** The distinct awards with a line anywhere in the report. */
export async function countAwards(context: Context, moment: Moment, reach: Reach): Promise<number> {
  const { rows } = await sql<{ awards: number }>`
    select cast(count(*) as bigint) as awards from (
      select posting.award_id from posting
      where ${countedAt(moment, reach)}
      group by posting.award_id having sum(posting.line_count) > 0) as counted`.execute(context.db.aside);
  return rows[0]?.awards ?? 0;
}

function countedAt(moment: Moment, reach: Reach): RawBuilder<unknown> {
  return sql`${heldAt(moment)} and ${isCounted(reach, placeIn("posting"))}`;
}
