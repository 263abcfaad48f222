import { sql } from "kysely";
import { awardInScope, bidOfAwardInScope } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { MOST_LINES } from "./trail-lines.queries.server.ts";

/** Which bids: these, those of a round, or those that ask for a project. */
export type BidsWanted = { ids: readonly number[]; roundId?: number; projectId?: number };

/** Bids in scope with what became of each, its round, and whether an award came of it. */
export async function bidsOfTrail(context: Context, { ids, roundId, projectId }: BidsWanted) {
  const rows = await context.db.read
    .selectFrom("bid")
    .leftJoin("round", "round.id", "bid.round_id")
    .select(["bid.id", "bid.reference", "bid.title", "bid.status"])
    .select(["round.id as round_id", "round.name as round_name"])
    .select(
      sql<number>`case when exists (select 1 from award where award.bid_id = bid.id) then 1 else 0 end`.as(
        "has_award",
      ),
    )
    .where(bidOfAwardInScope(context.scope))
    .where((e) =>
      e.or([
        e("bid.id", "in", [...ids, 0]),
        ...(roundId === undefined ? [] : [e("bid.round_id", "=", roundId)]),
        ...(projectId === undefined
          ? []
          : [
              e(
                "bid.id",
                "in",
                e.selectFrom("bid_project").select("bid_id").where("project_id", "=", projectId),
              ),
            ]),
      ]),
    )
    .orderBy("bid.id")
    .limit(MOST_LINES + 1)
    .execute();
  return { bids: rows.slice(0, MOST_LINES), more: rows.length > MOST_LINES };
}

/** The projects that bids ask for. Call with bids in scope. */
export function projectsAskedFor({ db }: Context, bidIds: readonly number[], projectId?: number) {
  let query = db.read
    .selectFrom("bid_project")
    .select(["bid_id", "project_id"])
    .where("bid_id", "in", [...bidIds, 0]);
  if (projectId !== undefined) query = query.where("project_id", "=", projectId);
  return query.orderBy("bid_id").orderBy("project_id").execute();
}

/** The awards in scope that came of bids, also those of which no money counts today. */
export function awardsOfBids({ db, scope }: Context, bidIds: readonly number[]) {
  return db.read
    .selectFrom("award")
    .select(["award.id", "award.reference", "award.title", "award.bid_id"])
    .where("award.bid_id", "in", [...bidIds, 0])
    .where(awardInScope(scope))
    .orderBy("award.id")
    .limit(MOST_LINES)
    .execute();
}
