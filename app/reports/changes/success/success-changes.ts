import type { AskedMoment } from "../../funding-secured.ts";
import type { SideShown } from "../two-reports.rules.ts";
import type { BidChange, SuccessComparison } from "./success-changes.rules.ts";

/** A report of success: at a moment, or one that was published, with the bids that were pinned to it. */
export type SuccessSide = AskedMoment & { published: number | null };

export type SuccessChangesQuery = {
  partnershipIds: readonly number[] | null;
  from: SuccessSide;
  to: SuccessSide;
};

/** A bid that changed, as it is shown: with its name, and why. */
export type ShownChange = BidChange & { reference: string | null; title: string; why: string[] };

export type SuccessChanges = Omit<SuccessComparison, "changes"> & {
  partnerships: string[] | null;
  sides: { from: SideShown; to: SideShown };
  /** The first of them: the totals are of all. */
  changes: ShownChange[];
  count: number;
};
