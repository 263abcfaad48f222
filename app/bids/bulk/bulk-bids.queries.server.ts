import { isValidOn } from "#app/partnerships/index.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { listPriorities } from "#app/priorities/index.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import type { BidStatus } from "../bid.status.ts";
import type { BidPart } from "../bid.ts";
import { isBidInScope } from "../bid-scope.server.ts";
import { ownersOf } from "../team/team.queries.server.ts";

/** A ticked bid, with what can be changed of many at once. */
export type BulkBid = {
  id: number;
  reference: string;
  title: string;
  status: BidStatus;
  version: number;
  leadOfficer: string | null;
  ownerId: number | null;
  ownerName: string | null;
  partnerships: { id: number; name: string; part: BidPart }[];
  priorityIds: number[];
  /** False where its lead's people write it. */
  mayWrite: boolean;
};

/** As many bids as one page of the list shows. */
export const TICKED_AT_MOST = 50;

/** Of these bids, those that the actor may read, the newest first; others are as if they did not exist. */
export async function listBulkBids(context: Context, ids: readonly number[]): Promise<BulkBid[]> {
  const asked = [0, ...ids.slice(0, TICKED_AT_MOST)];
  const { read } = context.db;
  const rows = await read
    .selectFrom("bid")
    .select(["id", "reference", "title", "status", "version", "lead_officer as leadOfficer"])
    .where("id", "in", asked)
    .where(isBidInScope(context.scope))
    .orderBy("id", "desc")
    .execute();
  const parts = await read
    .selectFrom("bid_partnership")
    .innerJoin("partnership", "partnership.id", "bid_partnership.partnership_id")
    .select(["bid_partnership.bid_id", "partnership.id", "partnership.name", "bid_partnership.part"])
    .where("bid_id", "in", asked)
    .execute();
  const priorities = await read.selectFrom("bid_priority").selectAll().where("bid_id", "in", asked).execute();
  const owners = await ownersOf(context, asked);
  return rows.map((row) => {
    const owner = owners.get(row.id);
    const partnerships = parts.filter(({ bid_id }) => bid_id === row.id).map(({ bid_id, ...part }) => part);
    const priorityIds = priorities.filter(({ bid_id }) => bid_id === row.id).map((one) => one.priority_id);
    const mayWrite = may(context.actor, "bid.write", writablePartnerships({ partnerships }));
    const { id: ownerId = null, name: ownerName = null } = owner ?? {};
    return { ...row, ownerId, ownerName, partnerships, priorityIds, mayWrite };
  });
}

/** The priority areas of the partnerships of these bids, with those that are over: some of them may stand on a bid. */
export async function listPrioritiesFor(context: Context, bids: readonly Pick<BulkBid, "partnerships">[]) {
  const names = new Map(bids.flatMap(({ partnerships }) => partnerships.map(({ id, name }) => [id, name])));
  const priorities = await listPriorities(context, { partnershipIds: [...names.keys()] });
  return priorities.map(({ id, title, partnershipId, validFrom, validTo }) => ({
    id,
    text: names.size > 1 ? `${title} (${names.get(partnershipId)})` : title,
    isCurrent: isValidOn(context.today, validFrom, validTo),
  }));
}
