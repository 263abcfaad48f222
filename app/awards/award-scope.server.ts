import { type Expression, expressionBuilder, type SqlBool } from "kysely";
import type { Scope } from "#app/platform/context.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";

/**
 * The condition under which an award may be read: the person belongs to one of its partnerships, or to the one that
 * recorded it. Every partner reads the whole of a joint award. For queries that have `award` among their tables.
 */
export function awardInScope(scope: Scope): Expression<SqlBool> {
  const e = expressionBuilder<DatabaseSchema, "award">();
  if (scope.all) return e(e.lit(1), "=", e.lit(1));
  const ids = scope.partnershipIds.length > 0 ? [...scope.partnershipIds] : [0];
  return e.or([
    e("award.recorded_by_partnership_id", "in", ids),
    e.exists(
      e
        .selectFrom("award_partnership")
        .select("award_partnership.award_id")
        .whereRef("award_partnership.award_id", "=", "award.id")
        .where("award_partnership.partnership_id", "in", ids),
    ),
  ]);
}

/** The condition under which the bid that an award came of may be read. For queries that have `bid` among their tables. */
export function bidOfAwardInScope(scope: Scope): Expression<SqlBool> {
  const e = expressionBuilder<DatabaseSchema, "bid">();
  if (scope.all) return e(e.lit(1), "=", e.lit(1));
  return e.exists(
    e
      .selectFrom("bid_partnership")
      .select("bid_partnership.bid_id")
      .whereRef("bid_partnership.bid_id", "=", "bid.id")
      .where("bid_partnership.partnership_id", "in", [0, ...scope.partnershipIds]),
  );
}
