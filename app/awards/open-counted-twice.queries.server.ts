import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import type { NamedAward } from "./award.ts";
import { readableAwards } from "./awards.queries.server.ts";
import { countedAwards } from "./counted-awards.queries.server.ts";
import { inForceOn } from "./ledger/in-force.server.ts";
import { mostTooHigh, pairsOf } from "./overlap.rules.ts";

/** By how much a sum of these awards may be too high, pence, and which of them may hold money of which. */
export type CountedTwice = { pence: number; pairs: { award: NamedAward; other: NamedAward }[] };

/**
 * How much of what these awards have without a priority area, for a partnership or for none yet, may be the same money: one
 * of them may hold money of another. Call with awards in scope.
 */
export async function openCountedTwice(
  context: Context,
  partnershipId: number,
  awardIds: readonly number[],
): Promise<CountedTwice> {
  const ids = [...new Set(awardIds)];
  if (ids.length < 2) return { pence: 0, pairs: [] };
  const { db, today } = context;
  const named = await db.read
    .selectFrom("version_may_include as pair")
    .innerJoin("award_version as version", "version.id", "pair.version_id")
    .select(["version.award_id as holderId", "pair.other_award_id as otherId"])
    .where("version.award_id", "in", ids)
    .where("pair.other_award_id", "in", ids)
    .where("version.kind", "<>", "void")
    .where((e) => e("version.id", "=", inForceOn(today, e.ref("version.award_id"))))
    .orderBy("version.award_id")
    .orderBy("pair.other_award_id")
    .execute();
  if (named.length === 0) return { pence: 0, pairs: [] };
  const isOpen = sql`posting.effective_on <= ${today} and posting.priority_id is null
    and (posting.partnership_id is null or posting.partnership_id = ${partnershipId})`;
  const counted = await countedAwards(db.read, ids, isOpen);
  const pairs = pairsOf(named, counted);
  const names = await readableAwards(
    context,
    pairs.flatMap(({ holderId, otherId }) => [holderId, otherId]),
  );
  return {
    pence: mostTooHigh(pairs, counted),
    pairs: pairs.flatMap(({ holderId, otherId }) => {
      const [award, other] = [names.get(holderId), names.get(otherId)];
      return award && other ? [{ award, other }] : [];
    }),
  };
}
