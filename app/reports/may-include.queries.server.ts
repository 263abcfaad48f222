import { sql } from "kysely";
import { type Moment, versionsInForce } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { MayInclude, NamedAward } from "./funding-secured.ts";
import { isCounted, placeIn, type Reach } from "./reach.server.ts";
import { heldAt } from "./row-sums.queries.server.ts";

/**
 * Pairs of awards of which one may hold money of the other, where both count in this report, by reference. By each the
 * total may be too high by the lesser of what the two come to in this report. Two awards that name each other are one
 * pair.
 */
export async function listMayInclude(context: Context, moment: Moment, reach: Reach): Promise<MayInclude[]> {
  const rows = await pairsInForce(context, moment);
  if (rows.length === 0) return [];
  const awardIds = [...new Set(rows.flatMap((row) => [row.award_id, row.other_award_id]))];
  const counted = await countedAmounts(context, moment, reach, awardIds);
  const seen = new Set<string>();
  const pairs: MayInclude[] = [];
  for (const { award_id, other_award_id } of rows) {
    const award = counted.get(award_id);
    const other = counted.get(other_award_id);
    const name = [award_id, other_award_id].sort((a, b) => a - b).join("-");
    if (!award || !other || seen.has(name)) continue;
    seen.add(name);
    const pence = Math.min(award.pence, other.pence);
    if (pence > 0) pairs.push({ award: award.award, other: other.award, pence });
  }
  return pairs.sort(
    (a, b) =>
      a.award.reference.localeCompare(b.award.reference, "en-GB") ||
      a.other.reference.localeCompare(b.other.reference, "en-GB"),
  );
}

/** The pairs that versions in force name. There are few, so the versions of only these awards are looked at. */
async function pairsInForce({ db }: Context, moment: Moment) {
  const named = await db.aside
    .selectFrom("version_may_include as pair")
    .innerJoin("award_version as version", "version.id", "pair.version_id")
    .select(["pair.version_id", "pair.other_award_id", "version.award_id"])
    .execute();
  if (named.length === 0) return [];
  const awardIds = [...new Set(named.map((pair) => pair.award_id))];
  const inForce = await versionsInForce(db.aside, moment).where("award_id", "in", awardIds).execute();
  const ids = new Set(inForce.map((version) => version.id));
  return named.filter((pair) => ids.has(pair.version_id));
}

/** What each of these awards comes to in this report, of those that count in it. */
async function countedAmounts(
  context: Context,
  moment: Moment,
  reach: Reach,
  awardIds: readonly number[],
): Promise<Map<number, { award: NamedAward; pence: number }>> {
  const { rows } = await sql<NamedAward & { pence: number }>`
    select award.id, award.reference, award.title,
      cast(sum(posting.gross_pence - posting.passed_on_pence) as bigint) as pence
    from posting join award on award.id = posting.award_id
    where posting.award_id in (${sql.join(awardIds)})
      and ${heldAt(moment)} and ${isCounted(reach, placeIn("posting"))}
    group by award.id, award.reference, award.title
    having sum(posting.line_count) > 0`.execute(context.db.aside);
  return new Map(rows.map(({ pence, ...award }) => [award.id, { award, pence }]));
}
