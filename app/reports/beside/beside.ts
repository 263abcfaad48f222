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

/** What is read from the records: what is left is worked out of it. */
export type ReadColumn = Exclude<BesideColumn, "left">;

/**
 * What is recorded of a column, by row; null is what belongs to no single row. Pence. Of what is claimed also the part of
 * awards whose amount is recorded: only of them it is known what is left.
 */
export type BesideSums = Record<ReadColumn | "claimedOfKnown", Map<number | string | null, number>>;
