import { sumPence } from "#app/core/money.ts";
import {
  mayBeFor,
  type OpenLine,
  type OpenSum,
  openSumOf,
  openWords,
  type ValidPriority,
} from "./open-money.rules.ts";

/** Amounts of bids or lines for one thing. */
export type Sum = {
  /** Pence of those that are recorded; null where none is. */
  pence: number | null;
  /** How many bids or awards, and of how many the amount is not recorded. */
  count: number;
  notRecorded: number;
};

export type MoneyRow = {
  id: number;
  title: string;
  secured: Sum;
  /** Where nothing is secured: what is not yet apportioned and may be for it. */
  open: OpenSum;
  bidFor: Sum;
  lost: Sum;
};

type Line = { priorityId: number; awardId: number; pence: number | null };
type Bid = { priorityId: number; bidId: number; status: string; pence: number | null };
type Money = { secured: readonly Line[]; open: readonly OpenLine[]; bids: readonly Bid[] };

/**
 * What each priority area was bid for, lost and secured. A bid for several priority areas stands in full at each: the
 * columns of bids do not add up, those of lines do. Drafts and withdrawn bids are left out.
 */
export function moneyOfPriorities(
  priorities: readonly (ValidPriority & { title: string })[],
  { secured, open, bids }: Money,
): MoneyRow[] {
  return priorities.map((priority) => {
    const { id, title } = priority;
    const own = bids.filter((bid) => bid.priorityId === id && !["draft", "withdrawn"].includes(bid.status));
    const lost = own.filter(({ status }) => status === "unsuccessful");
    const lines = secured.filter((line) => line.priorityId === id);
    return {
      id,
      title,
      secured: sumOf(lines.map(({ awardId, pence }) => ({ id: awardId, pence }))),
      open: openSumOf(lines.length > 0 ? [] : open.filter((line) => mayBeFor(priority, line))),
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

/**
 * How many priority areas have no money, as far as is known: "1 of 4 priority areas has no money from an award. Of 1 more
 * it is not known: £20,000 not yet apportioned may be for it".
 */
export function withoutMoneyWords(rows: readonly MoneyRow[], open: readonly OpenLine[]): string {
  const unknown = rows.filter((row) => row.open.awards > 0).length;
  const without = rows.filter((row) => row.secured.count === 0).length - unknown;
  const said = `${without} of ${rows.length} priority areas ${without === 1 ? "has" : "have"} no money from an award.`;
  const words = openWords(openSumOf(open), unknown === 1 ? "it" : "some of them");
  return unknown === 0 || words === null ? said : `${said} Of ${unknown} more it is not known: ${words}.`;
}
