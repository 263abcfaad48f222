import { sumPence } from "#app/core/money.ts";
import {
  mayBeFor,
  type NetOfAward,
  netOfAwards,
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
  /** Some of it is known only approximately. */
  isApproximate?: boolean;
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

type Line = { priorityId: number; awardId: number; pence: number | null; isApproximate: boolean };
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
    const awards = netOfAwards(secured.filter((line) => line.priorityId === id));
    return {
      id,
      title,
      secured: securedOf(awards),
      open: openSumOf(awards.length > 0 ? [] : open.filter((line) => mayBeFor(priority, line))),
      bidFor: sumOf(own.map(({ bidId, pence }) => ({ id: bidId, pence }))),
      lost: sumOf(lost.map(({ bidId, pence }) => ({ id: bidId, pence }))),
    };
  });
}

function securedOf(awards: readonly NetOfAward[]): Sum {
  const known = awards.flatMap(({ pence }) => (pence === null ? [] : [pence]));
  return {
    pence: known.length === 0 ? null : sumPence(known),
    isApproximate: awards.some(({ isApproximate }) => isApproximate),
    count: awards.length,
    notRecorded: awards.filter(({ isUnknown }) => isUnknown).length,
  };
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
 * How many priority areas have money, as far as is known: "2 of 4 priority areas have money from an award and 1 has none.
 * Whether the other one has any is not known: £20,000 not yet apportioned may be for it".
 */
export function withoutMoneyWords(
  rows: readonly MoneyRow[],
  priorities: readonly ValidPriority[],
  open: readonly OpenLine[],
): string {
  const unsure = new Set(rows.filter((row) => row.open.awards > 0).map(({ id }) => id));
  const paid = rows.filter(({ secured }) => secured.count > 0).length;
  const known = knownWords(rows.length, paid, rows.length - paid - unsure.size);
  const itsOpen = open.filter((line) =>
    priorities.some((priority) => unsure.has(priority.id) && mayBeFor(priority, line)),
  );
  const words = openWords(openSumOf(itsOpen), unsure.size === 1 ? "it" : "some of them");
  if (words === null) return known;
  const those = restWords(unsure.size, rows.length);
  const whether = `Whether ${those} any money from an award is not known: ${words[0]?.toLowerCase()}${words.slice(1)}.`;
  return known === "" ? whether : `${known} ${whether}`;
}

/** Of all the priority areas those that surely have money, and those that surely have none; "" where none is sure. */
function knownWords(all: number, paid: number, without: number): string {
  if (paid === 0 && without === 0) return "";
  const money = "money from an award";
  if (all === 1) return `The priority area has ${paid === 1 ? "" : "no "}${money}.`;
  if (paid === all) return `All ${all} priority areas have ${money}.`;
  if (without === all) return `None of the ${all} priority areas has ${money}.`;
  const of = `of ${all} priority areas`;
  if (paid === 0) return `${without} ${of} ${has(without)} no ${money}.`;
  return `${paid} ${of} ${has(paid)} ${money}${without === 0 ? "" : ` and ${without} ${has(without)} none`}.`;
}

/** "the other 2 have", "the priority area has". */
function restWords(unsure: number, all: number): string {
  if (unsure < all) return unsure === 1 ? "the other one has" : `the other ${unsure} have`;
  return all === 1 ? "the priority area has" : `the ${all} priority areas have`;
}

function has(count: number): string {
  return count === 1 ? "has" : "have";
}
