import { type RawBuilder, type SqlBool, sql } from "kysely";
import { listColleagues } from "#app/bids/index.server.ts";
import type { Colleague } from "#app/bids/index.ts";
import type { Context, Scope } from "#app/platform/context.server.ts";
import { ROLES, roleMay } from "#app/platform/permissions.ts";
import { type Award, writingPartnerships } from "../award.ts";
import { awardInScope, bidOfAwardInScope } from "../award-scope.server.ts";
import type { AwardOwner } from "./owner.ts";

/** Who writes awards can be responsible for one. */
const AWARD_WRITERS = ROLES.filter((role) => roleMay(role, "award.draft"));

/** The owner of an award of itself; of a bid that the actor may not read nobody is told. For queries that have `award`. */
export function ownerIdOf(scope: Scope): RawBuilder<number | null> {
  return sql<number | null>`coalesce(award.owner_id, ${ownerOfBid(scope)})`;
}

function ownerOfBid(scope: Scope): RawBuilder<number | null> {
  return sql<
    number | null
  >`(select bid_team.person_id from bid_team inner join bid on bid.id = bid_team.bid_id
    where bid_team.bid_id = award.bid_id and bid_team.part = 'owner' and ${bidOfAwardInScope(scope)})`;
}

/**
 * The awards that people own, those of whose bid they are the owner included: a query of `person_id` and `award_id`, found
 * in the indexes of who owns what.
 * @param isOne which people, as a condition on the column that names one
 */
export function ownedAwards(scope: Scope, isOne: (person: RawBuilder<number>) => RawBuilder<SqlBool>) {
  return sql<{ person_id: number; award_id: number }>`
    select award.owner_id as person_id, award.id as award_id from award
    where ${isOne(sql.ref("award.owner_id"))}
    union all select bid_team.person_id, award.id from bid_team inner join bid on bid.id = bid_team.bid_id
      inner join award on award.bid_id = bid.id
    where bid_team.part = 'owner' and ${isOne(sql.ref("bid_team.person_id"))} and award.owner_id is null
      and ${bidOfAwardInScope(scope)}`;
}

/** True of an award that somebody owns. For queries that have `award`. */
export function ownedBy(personId: number, scope: Scope): RawBuilder<SqlBool> {
  const owned = ownedAwards(scope, (person) => sql<SqlBool>`${person} = ${personId}`);
  return sql<SqlBool>`award.id in (select owned.award_id from (${owned}) as owned)`;
}

/** Who is responsible for an award in scope; null where nobody is, nor owns its bid. */
export async function findAwardOwner({ db, scope }: Context, awardId: number): Promise<AwardOwner | null> {
  const row = await db.read
    .selectFrom("award")
    .innerJoin("person", (join) => join.on("person.id", "=", ownerIdOf(scope)))
    .select(["person.id", "person.name", "award.owner_id"])
    .where("award.id", "=", awardId)
    .executeTakeFirst();
  return row ? { id: row.id, name: row.name, ofBid: row.owner_id === null } : null;
}

/** What the form that changes the owner starts with. Call with an award in scope. */
export async function getOwnership({ db, scope }: Context, awardId: number) {
  const row = await db.read
    .selectFrom("award")
    .leftJoin("person as owner", "owner.id", "award.owner_id")
    .leftJoin("person as of_bid", (join) => join.on("of_bid.id", "=", ownerOfBid(scope)))
    .select(["award.version", "award.owner_id as ownerId", "owner.name as ownerName", "of_bid.name as ofBid"])
    .where("award.id", "=", awardId)
    .executeTakeFirstOrThrow();
  return row;
}

/** Who can be responsible for an award: whoever writes it, by name, and who is it already. */
export async function listPossibleOwners(
  { db }: Context,
  { partnerships }: Pick<Award, "partnerships">,
  now: { ownerId: number | null; ownerName: string | null },
): Promise<Colleague[]> {
  const people = await listColleagues(db.read, writingPartnerships(partnerships), AWARD_WRITERS);
  const { ownerId, ownerName } = now;
  if (ownerId === null || people.some(({ id }) => id === ownerId)) return people;
  return [...people, { id: ownerId, name: `${ownerName} (no longer writes it)` }];
}

export type OwnedAward = { id: number; version: number; reference: string; title: string };

/** The awards in scope that somebody owns and that are not closed, the oldest first. */
export async function listOwnedAwards(
  { db, scope }: Context,
  personId: number,
  limit: number,
): Promise<OwnedAward[]> {
  return db.read
    .selectFrom("award")
    .select(["award.id", "award.version", "award.reference", "award.title"])
    .where(ownedBy(personId, scope))
    .where(isOpen)
    .where(awardInScope(scope))
    .orderBy("award.id")
    .limit(limit)
    .execute();
}

/** The award of a query has not been closed, or was reopened. */
export const isOpen = sql<SqlBool>`not exists (select 1 from award_closure
  where award_closure.award_id = award.id and award_closure.reopened_on is null)`;
