import type { AskedMoment, SideShown } from "#app/reports/index.ts";
import type { AwardChange, StatusComparison } from "./status-changes.rules.ts";

/** A report of award status: at a moment, or one that was published, with the table that was kept of it. */
export type StatusSide = AskedMoment & { published: number | null };

export type StatusChangesQuery = { partnershipId: number | null; from: StatusSide; to: StatusSide };

/** An award that changed, and why, as far as it is recorded. */
export type ShownAwardChange = AwardChange & { why: string[] };

export type StatusChanges = Omit<StatusComparison, "changes"> & {
  partnerships: string[] | null;
  sides: { from: SideShown; to: SideShown };
  /** The first of them: the totals are of all. */
  changes: ShownAwardChange[];
  count: number;
};
