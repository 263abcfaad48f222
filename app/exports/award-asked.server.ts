import { type RawBuilder, sql } from "kysely";
import { awardInScope, getAward } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { partnershipWords } from "./filter-words.server.ts";
import { idIn } from "./partnership-asked.server.ts";

/** The names under which an address asks for awards. */
export const AWARD_FILTERS = ["partnership", "award"];

/**
 * What an export of what happened to awards is asked for: of one award, of those of a partnership, or of all in scope.
 * @throws NotFoundError for an award outside the scope, as for one that does not exist.
 */
export async function askedOfAwards(
  context: Context,
  params: URLSearchParams,
): Promise<{ condition: RawBuilder<unknown>; filters: [name: string, value: string][] }> {
  const partnershipId = idIn(params, "partnership");
  const awardId = idIn(params, "award");
  const conditions = [sql`${awardInScope(context.scope)}`];
  const filters: [string, string][] = [];
  if (awardId !== null) {
    const { reference, title } = await getAward(context, awardId);
    conditions.push(sql`award.id = ${awardId}`);
    filters.push(["Award", `${reference} ${title}`]);
  }
  if (partnershipId !== null) {
    conditions.push(sql`exists (select 1 from award_partnership as share
      where share.award_id = award.id and share.partnership_id = ${partnershipId})`);
    filters.push(["Partnership", await partnershipWords(context, partnershipId)]);
  }
  return { condition: sql.join(conditions, sql` and `), filters };
}
