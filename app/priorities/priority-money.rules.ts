import { sumPence } from "#app/core/money.ts";

/** Amounts of bids or lines for one thing. */
export type Sum = {
  /** Pence of those that are recorded; null where none is. */
  pence: number | null;
  /** How many bids or awards, and of how many the amount is not recorded. */
  count: number;
  notRecorded: number;
};

export type MoneyRow = { id: number; title: string; secured: Sum; bidFor: Sum; lost: Sum };

type Line = { priorityId: number; awardId: number; pence: number | null };
type Bid = { priorityId: number; bidId: number; status: string; pence: number | null };
type Money = { secured: readonly Line[]; bids: readonly Bid[] };

/**
 * What each priority area was bid for, lost and secured. A bid for several priority areas stands in full at each: the
 * columns of bids do not add up, those of lines do. Drafts and withdrawn bids are left out.
 */
export function moneyOfPriorities(
  priorities: readonly { id: number; title: string }[],
  { secured, bids }: Money,
): MoneyRow[] {
  return priorities.map(({ id, title }) => {
    const own = bids.filter((bid) => bid.priorityId === id && !["draft", "withdrawn"].includes(bid.status));
    const lost = own.filter(({ status }) => status === "unsuccessful");
    const lines = secured.filter((line) => line.priorityId === id);
    return {
      id,
      title,
      secured: sumOf(lines.map(({ awardId, pence }) => ({ id: awardId, pence }))),
      bidFor: sumOf(own.map(({ bidId, pence }) => ({ id: bidId, pence }))),
      lost: sumOf(lost.map(({ bidId, pence }) => ({ id: bidId, pence }))),
    };
  });
}

function sumOf(amounts: readonly { id: number; pence: number | null }[]): Sum {
  const known = amounts.flatMap(({ pence }) => (pence === null ? [] : [pence]));
  const ids = (those: readonly { id: number }[]) => new Set(those.map(({ id }) => id)).size;
  return {
    pence: known.length === 0 ? null : sumPence(known),
    count: ids(amounts),
    notRecorded: ids(amounts.filter(({ pence }) => pence === null)),
  };
}
