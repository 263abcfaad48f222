import { type RawBuilder, sql } from "kysely";
import { type Moment, versionsInForce } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";

/**
 * `with … moved as (…)`: the lines of the versions in force at a moment, each as the money it is, and again, where it
 * is inside another award, as money that this one passed on (`passes` 1). The ledger's postings are not looked at.
 * `award_id` is the award in whose account the money stands, `other_award_id` the one at the other end.
 */
export function movedLines(context: Context, moment: Moment): RawBuilder<unknown> {
  return sql`
    with in_force as ${versionsInForce(context.db.read, moment)},
    moved as (
      select line.id as line_id, 0 as passes, line.award_id, line.inside_award_id as other_award_id,
        line.partnership_id, line.financial_year, line.project_id, line.priority_id, line.stream,
        line.counted_theme_id as theme_id, line.counted_fund_id as fund_id, line.counted_funder_id as funder_id,
        line.amount_pence, coalesce(line.amount_pence, 0) as secured_pence, line.counted_approximate as approximate,
        line.label
      from allocation_line as line join in_force on in_force.id = line.version_id
      union all
      select line.id, 1, line.inside_award_id, line.award_id,
        line.inside_partnership_id, line.inside_financial_year, line.inside_project_id, line.inside_priority_id,
        line.inside_stream, line.outer_theme_id, line.counted_fund_id, line.counted_funder_id,
        -line.amount_pence, -coalesce(line.amount_pence, 0), line.outer_approximate, line.label
      from allocation_line as line join in_force on in_force.id = line.version_id
      where line.inside_award_id is not null)`;
}
