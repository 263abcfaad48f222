import { formatPounds } from "#app/core/money.ts";
import { signedPounds } from "../changes-words.rules.ts";
import { type ComparedFigure, firstShownWords, totalsBetween, twoReportsText } from "../two-reports.rules.ts";
import type { BidSide, SuccessCount } from "./success-changes.rules.ts";
import type { SuccessChanges } from "./success-changes.ts";

/** The totals of two reports of success, in their order. */
export const SUCCESS_TOTALS: readonly ComparedFigure<keyof SuccessCount>[] = [
  { key: "made", name: "Bids made", isMoney: false },
  { key: "decided", name: "Decided", isMoney: false },
  { key: "won", name: "Won", isMoney: false },
  { key: "lost", name: "Lost", isMoney: false },
  { key: "requestedPence", name: "Requested by decided bids", isMoney: true },
  { key: "awardedPence", name: "Awarded to won bids", isMoney: true },
];

/** The proof line: what the first report's awards become by the changes of bids. */
export function proofWords({
  from,
  to,
  added,
  unexplained,
}: Pick<SuccessChanges, "from" | "to" | "added" | "unexplained">): string {
  const pounds = (pence: number) => formatPounds(pence, "always");
  const sign = added.awardedPence < 0 ? "−" : "+";
  return `First report ${pounds(from.awardedPence)} awarded ${sign} changes ${pounds(Math.abs(added.awardedPence))} = second report ${pounds(to.awardedPence)}. Unexplained: ${pounds(unexplained.awardedPence)}`;
}

export function countWords(count: number, shown: number): string {
  const bids = `${count.toLocaleString("en-GB")} ${count === 1 ? "bid" : "bids"}`;
  return `${bids} ${count === 1 ? "does" : "do"} not stand in both alike. What is requested counts once a bid is decided, what is awarded once it is won.${firstShownWords(count, shown)}`;
}

/** "Won, £10,000 requested, £8,000 awarded". */
export function standsWords(side: BidSide): string {
  if (side === null) return "Not in it";
  const { standing, requestedPence, awardedPence } = side;
  return [
    `${standing.charAt(0).toUpperCase()}${standing.slice(1)}`,
    requestedPence === null ? "amount requested not recorded" : `${formatPounds(requestedPence)} requested`,
    ...(awardedPence === null ? [] : [`${formatPounds(awardedPence)} awarded`]),
  ].join(", ");
}

/** Two reports of success on a command line: their totals, and each bid that makes the difference, with why. */
export function successChangesText(compared: SuccessChanges): string {
  const { changes, count } = compared;
  const bids = changes.flatMap(({ reference, title, before, after, adds, why }) => [
    reference === null ? title : `${reference}: ${title}`,
    `  First report: ${standsWords(before)}`,
    `  Second report: ${standsWords(after)}`,
    `  Adds to requested ${signedPounds(adds.requestedPence)}, to awarded ${signedPounds(adds.awardedPence)}`,
    ...why.map((words) => `  Why: ${words}`),
  ]);
  return twoReportsText({
    ...compared,
    title: "What changed between two reports of success",
    of: "bids",
    totals: totalsBetween(SUCCESS_TOTALS, compared),
    proof: proofWords(compared),
    lines: [countWords(count, changes.length), ...bids],
  });
}
