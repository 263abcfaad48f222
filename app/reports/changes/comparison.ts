import { BESIDE_COLUMNS, BESIDE_NAMES } from "../beside/beside.ts";
import type { Grouping } from "../funding-secured.ts";

/** Columns of the report that stand side by side where they are asked for; what is secured always does. */
export const SIDE_COLUMNS = ["gross", "passedOn", ...BESIDE_COLUMNS] as const;
export type SideColumn = (typeof SIDE_COLUMNS)[number];

export const SIDE_NAMES: Record<SideColumn, string> = {
  gross: "Gross",
  passedOn: "Passed on",
  ...BESIDE_NAMES,
};

/** A figure at both moments, in pence; null where awards stand in it and the amount of none is recorded, and where no award stands in the whole report. */
export type ComparedRow = {
  row: string;
  name: string;
  firstPence: number | null;
  secondPence: number | null;
  /** What the second says more than the first; what is not recorded adds nothing, and beside £0 leaves it unknown. */
  differencePence: number | null;
};

/** One figure of two reports, group by group. */
export type ComparedGroups = { rows: ComparedRow[]; notApportioned: ComparedRow; total: ComparedRow };

/** Another column of the two, group by group. */
export type ComparedColumn = ComparedGroups & {
  column: SideColumn;
  /** What a group without an amount says, where it may not be that nothing is recorded. */
  notSplit: string | null;
};

/** What is secured in two reports; the columns asked for beside it, each apart, and what to know of them. */
export type Comparison = ComparedGroups & {
  by: Grouping;
  /** What stands for the figures of the first and the second report where no award is in them; null where one is. */
  empty: [first: string | null, second: string | null];
  more: ComparedColumn[];
  notes: string[];
};
