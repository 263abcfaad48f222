import { sql } from "kysely";
import { awardInScope, listOwnedAwards, partnershipsOf } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { isBidInScope, LIVE_STATUSES } from "#app/bids/index.server.ts";
import { type BidPartnership, writablePartnerships } from "#app/bids/index.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import type { Work } from "./work.ts";

/** So much is handed over at once; what is left after that is handed over again. */
export const WORK_AT_MOST = 500;

/**
 * The open bids that somebody owns, those that they help with or watch, the awards that they own, and their open tasks, of
 * what the actor may read: in this order, the oldest first.
 */
export async function listWork(context: Context, personId: number): Promise<Work[]> {
  const bids = await listTeamBids(context, personId);
  const awards = await listOwnedAwards(context, personId, WORK_AT_MOST);
  const tasks = await listTasksOf(context, personId);
  const bidIds = [...bids.map(({ id }) => id), ...tasks.flatMap(({ bid_id }) => bid_id ?? [])];
  const ofBids = await partnershipsOfBids(context, bidIds);
  const awardIds = [...awards.map(({ id }) => id), ...tasks.flatMap(({ award_id }) => award_id ?? [])];
  const ofAwards = await partnershipsOf(context, awardIds);
  const isOwn = context.actor.kind === "person" && context.actor.id === personId;
  const mayHandOver = (writers: readonly number[], own: "bid.write" | "award.draft") =>
    may(context.actor, isOwn ? own : "work.hand-over", writers);
  const asBid = (bidId: number) => {
    const partnerships = ofBids.get(bidId) ?? [];
    return {
      href: `/bids/${bidId}`,
      record: { bidId },
      partnershipIds: partnerships.map(({ id }) => id),
      isTheirs: mayHandOver(writablePartnerships({ partnerships }), "bid.write"),
    };
  };
  const asAward = (awardId: number) => {
    const partnerships = ofAwards.get(awardId) ?? [];
    return {
      href: `/awards/${awardId}`,
      record: { awardId },
      partnershipIds: partnerships.map(({ partnershipId }) => partnershipId),
      isTheirs: mayHandOver(writingPartnerships(partnerships), "award.draft"),
    };
  };
  return [
    ...bids.map(({ id, version, reference, title, part }) => {
      const kind = part === "owner" ? ("bid" as const) : part;
      return { kind, id, version, text: `${reference} ${title}`, ...asBid(id) };
    }),
    ...awards.map(({ id, version, reference, title }) => {
      // Only those who write an award can be responsible for it.
      const partnershipIds = writingPartnerships(ofAwards.get(id) ?? []);
      return {
        kind: "award" as const,
        id,
        version,
        text: `${reference} ${title}`,
        ...asAward(id),
        partnershipIds,
      };
    }),
    ...tasks.map(({ id, version, what, reference, title, bid_id, award_id }) => {
      const on = bid_id === null ? asAward(award_id ?? 0) : asBid(bid_id);
      return { kind: "task" as const, id, version, text: `${what} (${reference} ${title})`, ...on };
    }),
  ].slice(0, WORK_AT_MOST);
}

function listTeamBids({ db, scope }: Context, personId: number) {
  return db.read
    .selectFrom("bid_team")
    .innerJoin("bid", "bid.id", "bid_team.bid_id")
    .select(["bid.id", "bid.version", "bid.reference", "bid.title", "bid_team.part"])
    .where("bid_team.person_id", "=", personId)
    .where("bid.status", "in", LIVE_STATUSES)
    .where(isBidInScope(scope))
    .orderBy(sql`case bid_team.part when 'owner' then 0 when 'helper' then 1 else 2 end`)
    .orderBy("bid.id")
    .limit(WORK_AT_MOST)
    .execute();
}

function listTasksOf({ db, scope }: Context, personId: number) {
  return db.read
    .selectFrom("task")
    .leftJoin("bid", "bid.id", "task.bid_id")
    .leftJoin("award", "award.id", "task.award_id")
    .select(["task.id", "task.version", "task.what", "task.bid_id", "task.award_id"])
    .select((e) => [
      e.fn.coalesce("bid.reference", "award.reference").as("reference"),
      e.fn.coalesce("bid.title", "award.title").as("title"),
    ])
    .where("task.assignee_id", "=", personId)
    .where("task.outcome", "is", null)
    .where((e) => e.or([isBidInScope(scope), awardInScope(scope)]))
    .orderBy("task.due_on")
    .orderBy("task.id")
    .limit(WORK_AT_MOST)
    .execute();
}

/** The open bids that somebody looks after in any part. */
export async function listBidsInCareOf({ db }: Context, personId: number): Promise<number[]> {
  const rows = await db.read
    .selectFrom("bid_team")
    .innerJoin("bid", "bid.id", "bid_team.bid_id")
    .select("bid.id")
    .where("bid_team.person_id", "=", personId)
    .where("bid.status", "in", LIVE_STATUSES)
    .execute();
  return rows.map(({ id }) => id);
}

async function partnershipsOfBids({ db }: Context, bidIds: readonly number[]) {
  const rows = await db.read
    .selectFrom("bid_partnership")
    .innerJoin("partnership", "partnership.id", "bid_partnership.partnership_id")
    .select(["bid_partnership.bid_id", "partnership.id", "partnership.name", "bid_partnership.part"])
    .where("bid_partnership.bid_id", "in", [0, ...bidIds])
    .execute();
  const byBid = new Map<number, BidPartnership[]>();
  for (const { bid_id, ...part } of rows) byBid.set(bid_id, [...(byBid.get(bid_id) ?? []), part]);
  return byBid;
}
