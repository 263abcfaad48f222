import type { SideColumn } from "../comparison.ts";

/** An award, or of what bids say a bid, whose part of a column is not the same in both reports. Pence. */
export type ColumnChange = {
  /** Null where the record may not be named. */
  record: { kind: "award" | "bid"; id: number; reference: string; title: string } | null;
  /** Null where nothing of it is recorded in that report. */
  firstPence: number | null;
  secondPence: number | null;
  /** What it adds to the difference; what is not recorded adds nothing. */
  pence: number;
  /** What happened between the two, and why, in the order of the days. */
  why: string[];
};

/** What makes the difference of a column of two reports, record by record. */
export type ColumnChanges = {
  column: SideColumn;
  /** The totals of the two; null where nothing is recorded. Pence. */
  firstPence: number | null;
  secondPence: number | null;
  changedPence: number;
  /** What the totals differ by less what the changes come to: 0, or the register has to be verified. */
  unexplainedPence: number;
  /** Of all changes, however many stand here. */
  count: number;
  changes: ColumnChange[];
};
