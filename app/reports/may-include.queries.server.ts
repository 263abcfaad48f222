import { sql } from "kysely";
import { countedAwards, type Moment, versionsInForce } from "#app/awards/index.server.ts";
import { mostTooHigh, pairsOf } from "#app/awards/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { MayInclude } from "./funding-secured.ts";
import { isCounted, placeIn, type Reach } from "./reach.server.ts";
import { heldAt } from "./row-sums.queries.server.ts";

/**
 * Pairs of awards of which one may hold money of the other, where both count in this report, by reference, each with the
 * most that can be in both as far as they are split between partnerships; and by how much the total may be too high.
 */
export async function listMayInclude(
  context: Context,
  moment: Moment,
  reach: Reach,
): Promise<{ pairs: MayInclude[]; tooHighByPence: number }> {
  const rows = await pairsInForce(context, moment);
  const awardIds = [...new Set(rows.flatMap((row) => [row.holderId, row.otherId]))];
  if (awardIds.length === 0) return { pairs: [], tooHighByPence: 0 };
  const counts = sql`${heldAt(moment)} and ${isCounted(reach, placeIn("posting"))}`;
  const counted = await countedAwards(context.db.aside, awardIds, counts);
  const found = pairsOf(rows, counted);
  const names = await namesOf(context, awardIds);
  const pairs = found.flatMap(({ holderId, otherId, pence }): MayInclude[] => {
    const [award, other] = [names.get(holderId), names.get(otherId)];
    return award && other ? [{ award, other, pence }] : [];
  });
  pairs.sort(
    (a, b) =>
      a.award.reference.localeCompare(b.award.reference, "en-GB") ||
      a.other.reference.localeCompare(b.other.reference, "en-GB"),
  );
  return { pairs, tooHighByPence: mostTooHigh(found, counted) };
}

/** The pairs that versions in force name. There are few, so the versions of only these awards are looked at. */
async function pairsInForce({ db }: Context, moment: Moment) {
  const named = await db.aside
    .selectFrom("version_may_include as pair")
    .innerJoin("award_version as version", "version.id", "pair.version_id")
    .select(["pair.version_id", "pair.other_award_id as otherId", "version.award_id as holderId"])
    .execute();
  // Put in order here: in the database the order of the awards would be read from their versions, all of them.
  named.sort((a, b) => a.holderId - b.holderId || a.otherId - b.otherId);
  if (named.length === 0) return [];
  const awardIds = [...new Set(named.map((pair) => pair.holderId))];
  const inForce = await versionsInForce(db.aside, moment).where("award_id", "in", awardIds).execute();
  const ids = new Set(inForce.map((version) => version.id));
  return named.filter((pair) => ids.has(pair.version_id));
}

async function namesOf({ db }: Context, awardIds: readonly number[]) {
  const rows = await db.aside
    .selectFrom("award")
    .select(["id", "reference", "title"])
    .where("id", "in", [...awardIds])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
