/** The columns by which the list of bids can be put in order, by their names in an address. */
export const BID_SORTS = [
  "reference",
  "title",
  "partnership",
  "funder",
  "requested",
  "status",
  "closes",
  "decision",
  "owner",
] as const;
export type BidColumn = (typeof BID_SORTS)[number];

/** An order of the list. What is not recorded stands last, whichever way round the others stand. */
export type BidSort = { by: BidColumn; descending: boolean };

/** References are given out one after the other. */
export const NEWEST_FIRST: BidSort = { by: "reference", descending: true };

/** What a column starts with when its heading is pressed: the largest amount, the first of everything else. */
const DESCENDING_FIRST: readonly BidColumn[] = ["requested"];

/** What the order is called under the heading of the list. */
export const SORT_WORDS: Record<BidColumn, { ascending: string; descending: string }> = {
  reference: { ascending: "oldest first", descending: "newest first" },
  title: { ascending: "by title", descending: "by title, from Z to A" },
  partnership: { ascending: "by lead partnership", descending: "by lead partnership, from Z to A" },
  funder: { ascending: "by funder", descending: "by funder, from Z to A" },
  requested: { ascending: "smallest amount first", descending: "largest amount first" },
  status: { ascending: "by status, drafts first", descending: "by status, drafts last" },
  closes: { ascending: "round that closes first", descending: "round that closes last" },
  decision: {
    ascending: "own date of decision expected first",
    descending: "own date of decision expected last",
  },
  owner: { ascending: "by owner", descending: "by owner, from Z to A" },
};

/** Reads "title" (ascending) or "-title" (descending); newest first where it is neither. */
export function parseSort(text: string | null): BidSort {
  const descending = text?.startsWith("-") ?? false;
  const by = BID_SORTS.find((column) => column === (descending ? text?.slice(1) : text));
  return by === undefined ? NEWEST_FIRST : { by, descending };
}

/** The order as an address has it; null for the one that needs no words. */
export function sortText({ by, descending }: BidSort): string | null {
  if (by === NEWEST_FIRST.by && descending === NEWEST_FIRST.descending) return null;
  return `${descending ? "-" : ""}${by}`;
}

/** The order that the heading of a column leads to: the other way round where it is that column's already. */
export function nextSort(now: BidSort, by: BidColumn): BidSort {
  return { by, descending: now.by === by ? !now.descending : DESCENDING_FIRST.includes(by) };
}
