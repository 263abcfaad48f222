import type { VoidMoney } from "./void-money.ts";

/** What stands beside the money secured, each a column of its own and never mixed with it or with each other. */
export const BESIDE_COLUMNS = [
  "requested",
  "claimed",
  "received",
  "spent",
  "left",
  "matchCash",
  "matchInKind",
] as const;
export type BesideColumn = (typeof BESIDE_COLUMNS)[number];

export const BESIDE_NAMES: Record<BesideColumn, string> = {
  requested: "Requested",
  claimed: "Claimed",
  received: "Received",
  spent: "Spent",
  left: "Left to claim",
  matchCash: "Match in cash",
  matchInKind: "Match in kind",
};

/** Pence by column; null where nothing is recorded, or where it is not known which row it belongs to. */
export type BesideAmounts = Partial<Record<BesideColumn, number | null>>;

/** A row of a grouping: its id; null for what belongs to no single one. */
export type Key = number | string | null;

/** Pence of a cell: of a row, and of a column where there are two groupings. */
export type KeyedPence = { row: Key; column: Key; pence: number };

/** What is recorded of each column, by cells. */
export type BesideSums = Record<BesideColumn, KeyedPence[]>;

/** What is in no cell and no total: of awards that partnerships outside the report share, where nobody says which part is whose. */
export type BesideLeftOut = { awards: number; amounts: BesideAmounts };

/** What is recorded beside the awards of a report: by cells, and what is told apart from them. */
export type GatheredBeside = {
  sums: BesideSums;
  leftOut: BesideLeftOut | null;
  /** Null where no column would hold it. */
  ofVoid: VoidMoney | null;
};
