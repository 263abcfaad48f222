import type { VersionKind } from "#app/awards/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { AskedMoment, JointSum, NamedAward } from "../funding-secured.ts";

/** What is asked for: the report "funding secured" at two moments. */
export type ChangesQuery = { partnershipIds: readonly number[] | null; from: AskedMoment; to: AskedMoment };

/** One posting that stands in one report and not in the other. Names are null where not yet apportioned. */
export type Change = {
  /** Its place in the list. */
  cursor: string;
  award: NamedAward;
  /** The version that moved it; null where that is one of an award that the person may not read. */
  cause: {
    awardId: number;
    reference: string;
    number: number;
    kind: VersionKind;
    reason: string;
    decisionReference: string | null;
  } | null;
  /** The day from which it counts. */
  effectiveOn: IsoDay;
  /** The UK day on which it was sealed. */
  recordedOn: IsoDay;
  partnership: string | null;
  financialYear: number | null;
  project: string | null;
  priority: string | null;
  theme: string | null;
  stream: "revenue" | "capital" | null;
  fund: string | null;
  /** What it adds to the second report over the first: pence, below 0 where it takes away. */
  pence: number;
  /** Awards whose amount is not recorded that come (1) or go (−1) with it. */
  notRecorded: number;
};

/** A moment with the total of the report at it. */
export type MomentTotal = {
  asAt: IsoDay;
  knownAt: IsoDay;
  /** The last entry of the ledger that was known. */
  position: number;
  totalPence: number;
  notRecorded: number;
  /** How much of the total is only known approximately. */
  approximatePence: number;
  /** True where no award stood in the report. */
  isEmpty?: boolean;
  /** Where none stood in it: joint awards that it has a part in, of which nobody has split the money yet. */
  joint?: JointSum;
};

export type Changes = {
  partnerships: string[] | null;
  from: MomentTotal;
  to: MomentTotal;
  /** Of all changes, not of this page alone. */
  count: number;
  changedPence: number;
  /** What the totals differ by less what the changes come to: 0, or the register has to be verified. */
  unexplainedPence: number;
  changes: Change[];
  next: string | null;
};

/** How many postings came in since a moment, on which days, and by how much what is secured is another one now. */
export type ChangesInSum = { count: number; pence: number; firstOn: IsoDay | null; lastOn: IsoDay | null };
