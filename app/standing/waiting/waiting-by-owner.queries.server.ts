import { sql } from "kysely";
import { awardInScope, isOpen, ownerIdOf } from "#app/awards/index.server.ts";
import { isBidInScope } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { WAITING_BIDS } from "./waiting.ts";
import { awardsWaitingOnOwner } from "./waiting-awards.queries.server.ts";

/** More people than own bids and awards of a partnership. */
const OWNERS = 50;

/** How many bids and awards wait on whoever owns them; null is nobody. */
export type WaitingOnOwner = { personId: number | null; name: string | null; bids: number; awards: number };

const ON_OWNER = Object.entries(WAITING_BIDS).flatMap(([status, { on }]) => (on === "owner" ? status : []));

/** On whom bids and awards wait, by name: those first on whom most does, and nobody before them; at most so many. */
export async function waitingByOwner(context: Context, most: number = OWNERS): Promise<WaitingOnOwner[]> {
  const { db, scope } = context;
  const { held, offered, unsigned, returns, claims, conditions } = awardsWaitingOnOwner(context);
  const awards = held.union(offered).union(unsigned).union(returns).union(claims).union(conditions);
  const { rows } = await sql<WaitingOnOwner>`
    select owned.person_id as "personId", person.name,
      cast(coalesce(sum(owned.bids), 0) as bigint) as bids, cast(coalesce(sum(owned.awards), 0) as bigint) as awards
    from (
      select ${ownerIdOf(scope)} as person_id, 0 as bids, 1 as awards from award
      where award.id in ${awards} and ${isOpen} and ${awardInScope(scope)}
      union all select bid_team.person_id, 1, 0 from bid
        left join bid_team on bid_team.bid_id = bid.id and bid_team.part = 'owner'
      where bid.status in (${sql.join(ON_OWNER)}) and ${isBidInScope(scope)}) as owned
      left join person on person.id = owned.person_id
    group by owned.person_id, person.name
    order by case when owned.person_id is null then 0 else 1 end, count(*) desc, person.name limit ${most}`.execute(
    db.read,
  );
  return rows;
}
