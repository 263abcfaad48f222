import { sql } from "kysely";
import { awardInScope } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ReportMoment } from "../moment.server.ts";
import { heldAt } from "../row-sums.queries.server.ts";

/** What the awards of bids come to at a moment, by the bid's id. Pence; null where an amount is not recorded. */
export async function awardedByBid(
  context: Context,
  bidIds: readonly number[],
  moment: ReportMoment,
): Promise<Map<number, number | null>> {
  const { rows } = await sql<{ bid_id: number; awarded: number; unknown: number }>`
    select award.bid_id, cast(sum(posting.gross_pence) as bigint) as awarded,
      cast(sum(posting.not_recorded) as bigint) as unknown
    from posting join award on award.id = posting.award_id
    where award.bid_id in (${sql.join([0, ...bidIds])}) and ${awardInScope(context.scope)} and ${heldAt(moment)}
    group by award.bid_id`.execute(context.db.read);
  return new Map(rows.map((row) => [row.bid_id, row.unknown > 0 ? null : row.awarded]));
}
