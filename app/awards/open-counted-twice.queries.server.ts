import { sql } from "kysely";
import type { FinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { NamedAward } from "./award.ts";
import { readableAwards } from "./awards.queries.server.ts";
import { countedAwards } from "./counted-awards.queries.server.ts";
import { inForceOn } from "./ledger/in-force.server.ts";
import { mostTooHigh, pairsOf } from "./overlap.rules.ts";

/** By how much a sum of these awards may be too high, pence, and which of them may hold money of which. */
export type CountedTwice = { pence: number; pairs: { award: NamedAward; other: NamedAward }[] };

/**
 * Money that is not yet apportioned: without a priority area, of this partnership or of none yet, or without a project.
 * `fromYear` narrows it to this financial year and later, and to no year yet.
 */
export type NotApportioned = { fromYear?: FinancialYear } & (
  | { without: "priority area"; partnershipId: number }
  | { without: "project" }
);

/**
 * How much of what these awards have that is not yet apportioned may be the same money: one of them may hold money of
 * another. Call with awards in scope.
 */
export async function openCountedTwice(
  context: Context,
  open: NotApportioned,
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
  const isOpen = sql`posting.effective_on <= ${today} and ${isWithout(open)}
    and (posting.financial_year is null or posting.financial_year >= ${open.fromYear ?? 0})`;
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

function isWithout(open: NotApportioned) {
  if (open.without === "project") return sql`posting.project_id is null`;
  return sql`posting.priority_id is null
    and (posting.partnership_id is null or posting.partnership_id = ${open.partnershipId})`;
}
