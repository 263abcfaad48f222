import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import { ROLES, type Role, roleMay } from "#app/platform/permissions.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Database, Writer } from "#db/open.server.ts";
import { isBidInScope, type OneBid, written } from "../bid-scope.server.ts";
import type { Colleague, TeamMember, TeamPart } from "./team.ts";

type Reader = Database["read"] | Writer;

/** Who owns a bid or helps with it writes it; whoever reads it may watch it. */
export const BID_WRITERS: readonly Role[] = ROLES.filter((role) => roleMay(role, "bid.write"));

const ORDER: Record<TeamPart, number> = { owner: 0, helper: 1, watcher: 2 };

const memberRows = keepQuery((reader, bidId: number) =>
  reader
    .selectFrom("bid_team")
    .innerJoin("person", "person.id", "bid_team.person_id")
    .select(["person.id as personId", "person.name", "bid_team.part"])
    .where("bid_id", "=", bidId),
);

/** Who looks after a bid: the owner first, then helpers, then watchers, each by name. */
export async function listTeam(reader: Reader, bidId: number): Promise<TeamMember[]> {
  const rows = await memberRows(reader, bidId);
  return rows.sort(
    (a, b) =>
      ORDER[a.part] - ORDER[b.part] || a.name.localeCompare(b.name, "en-GB") || a.personId - b.personId,
  );
}

/** The owners of these bids, by the number of the bid; bids that nobody owns are left out. */
export async function ownersOf({ db }: Context, bidIds: readonly number[]): Promise<Map<number, Colleague>> {
  const { rows } = await sql<Colleague & { bid_id: number }>`
    select bid_team.bid_id, person.id, person.name from bid_team
      inner join person on person.id = bid_team.person_id
    where bid_team.part = 'owner' and ${db.engine.isAmong(sql.ref("bid_team.bid_id"), bidIds)}`.execute(
    db.read,
  );
  return new Map(rows.map(({ bid_id, ...owner }) => [bid_id, owner]));
}

const ownerRow = keepQuery((reader, { bidId, scope }: OneBid) =>
  reader
    .selectFrom("bid")
    .innerJoin("bid_team", "bid_team.bid_id", "bid.id")
    .innerJoin("person", "person.id", "bid_team.person_id")
    .select(["person.id", "person.name"])
    .where("bid.id", "=", bidId)
    .where("bid_team.part", "=", "owner")
    .where(isBidInScope(scope)),
);

/** The owner of a bid that the actor may read; null where there is none. */
export async function findOwner(context: Context, bidId: number): Promise<Colleague | null> {
  const [row] = await ownerRow(context.db.read, { bidId, scope: context.scope });
  return row ?? null;
}

/** Everybody with one of these roles in one of these partnerships and an account that is open, by name. */
export async function listColleagues(
  reader: Reader,
  partnershipIds: readonly number[],
  roles: readonly Role[] = ROLES,
): Promise<Colleague[]> {
  return reader
    .selectFrom("person")
    .select(["person.id", "person.name"])
    .where("person.disabled_at", "is", null)
    .where(belongsTo(partnershipIds, roles))
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
}

/** Somebody with an open account and where they have one of these roles; null for whoever shares none of them with the actor. */
export async function findColleague({ db, scope }: Context, id: number, roles: readonly Role[] = ROLES) {
  const rows = await db.read
    .selectFrom("person")
    .innerJoin("membership", "membership.person_id", "person.id")
    .select(["person.id", "person.name", "membership.partnership_id as partnershipId"])
    .where("person.id", "=", id)
    .where("person.disabled_at", "is", null)
    .where("membership.role", "in", roles)
    .execute();
  const [person] = rows;
  const partnershipIds = rows.map(({ partnershipId }) => partnershipId);
  const isShared = scope.all || partnershipIds.some((one) => scope.partnershipIds.includes(one));
  return person && isShared ? { id: person.id, name: person.name, partnershipIds } : null;
}

/** True of somebody with one of these roles in one of these partnerships. */
function belongsTo(partnershipIds: readonly number[], roles: readonly Role[]): RawBuilder<SqlBool> {
  return sql`exists (select 1 from membership where membership.person_id = person.id
    and membership.role in (${sql.join(roles)}) and membership.partnership_id in (${written(partnershipIds)}))`;
}
