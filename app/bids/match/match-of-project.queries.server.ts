import type { Context } from "#app/platform/context.server.ts";
import type { BidStatus } from "../bid.status.ts";
import { isBidInScope } from "../bid-scope.server.ts";

/** Match funding of a bid that names a project, which may be for others of its projects too. Pence; null is not recorded. */
export type MatchOfProject = {
  bidId: number;
  reference: string;
  title: string;
  status: BidStatus;
  source: string;
  form: "cash" | "in_kind" | null;
  standing: "pledged" | "confirmed" | null;
  amountPence: number | null;
};

/** The match of bids that name a project, of those that the actor may read and that brought or may bring money; by bid. */
export function listMatchOfProject({ db, scope }: Context, projectId: number): Promise<MatchOfProject[]> {
  return db.read
    .selectFrom("bid_project")
    .innerJoin("bid", "bid.id", "bid_project.bid_id")
    .innerJoin("bid_match", "bid_match.bid_id", "bid.id")
    .innerJoin("organisation", "organisation.id", "bid_match.organisation_id")
    .select(["bid.id as bidId", "bid.reference", "bid.title", "bid.status", "organisation.name as source"])
    .select(["bid_match.form", "bid_match.standing", "bid_match.amount_pence as amountPence"])
    .where("bid_project.project_id", "=", projectId)
    .where("bid.status", "not in", ["unsuccessful", "withdrawn"])
    .where(isBidInScope(scope))
    .orderBy("bid.id")
    .orderBy("bid_match.position")
    .execute();
}
