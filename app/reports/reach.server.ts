import { type RawBuilder, type SqlBool, sql } from "kysely";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

/** The partnerships that a report is about: all of the register, or these. */
export type Reach = { all: true } | { all: false; partnershipIds: readonly number[] };

/**
 * The reach of a report over these partnerships, or over all that the person may see. Somebody who sees every single
 * partnership sees the whole register.
 * @throws NotFoundError where one of them does not exist or is not theirs: the two answer alike.
 */
export async function reachOf(context: Context, partnershipIds: readonly number[] | null): Promise<Reach> {
  const { scope } = context;
  const names = await partnershipNames(context);
  const isWhole = scope.all || scope.partnershipIds.length === names.size;
  if (partnershipIds === null) return isWhole ? { all: true } : scope;
  for (const id of partnershipIds) {
    if (!names.has(id) || !(scope.all || scope.partnershipIds.includes(id))) {
      throw new NotFoundError(`No partnership ${id}`);
    }
  }
  return { all: false, partnershipIds: [...new Set(partnershipIds)] };
}

/** The names of the partnerships of a reach, in order; null for the whole register. */
export async function reachNames(context: Context, reach: Reach): Promise<string[] | null> {
  if (reach.all) return null;
  const names = await partnershipNames(context);
  return reach.partnershipIds.map((id) => names.get(id) ?? "").sort((a, b) => a.localeCompare(b, "en-GB"));
}

/** Where money stands in a query: the expressions for its partnership (null: not yet split) and its award. */
export type Place = { partnershipId: RawBuilder<unknown>; awardId: RawBuilder<unknown> };

/** The columns of a table that has both. */
export function placeIn(table: string): Place {
  return { partnershipId: sql.ref(`${table}.partnership_id`), awardId: sql.ref(`${table}.award_id`) };
}

/** Money that counts: of the partnerships, or not yet split and of an award that is wholly theirs. */
export function isCounted(reach: Reach, { partnershipId, awardId }: Place): RawBuilder<SqlBool> {
  if (reach.all) return sql`1 = 1`;
  return sql`(${partnershipId} in (${ids(reach)})
    or (${partnershipId} is null and ${awardId} in (${awardsSharedBy(reach, "only them")})))`;
}

/** Money that stands apart: not yet split, of an award that others share too. */
export function isJoint(reach: Reach, { partnershipId, awardId }: Place): RawBuilder<SqlBool> {
  if (reach.all) return sql`1 = 0`;
  return sql`(${partnershipId} is null and ${awardId} in (${awardsSharedBy(reach, "them and others")}))`;
}

/** The awards of the partnerships. One that only records an award has no share of it, unless nobody else has. */
function awardsSharedBy(reach: Extract<Reach, { all: false }>, whom: "only them" | "them and others") {
  const theirs = sql`case when share.partnership_id in (${ids(reach)}) then 1 else 0 end`;
  const wanted =
    whom === "only them" ? sql`min(${theirs}) = 1` : sql`min(${theirs}) = 0 and max(${theirs}) = 1`;
  return sql`
    select share.award_id from award_partnership as share
    where share.award_id in (
        select theirs.award_id from award_partnership as theirs where theirs.partnership_id in (${ids(reach)}))
      and (share.part <> 'recorder' or not exists (
        select 1 from award_partnership as other
        where other.award_id = share.award_id and other.part <> 'recorder'))
    group by share.award_id
    having ${wanted}`;
}

function ids(reach: Extract<Reach, { all: false }>) {
  return sql.join([0, ...reach.partnershipIds]);
}
