import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { alignedLines } from "../../funding-secured-text.rules.ts";
import { reachWords } from "../../funding-secured-words.rules.ts";
import { signedPounds } from "../changes-words.rules.ts";
import type { BidSide, SuccessCount } from "./success-changes.rules.ts";
import type { SideShown, SuccessChanges } from "./success-changes.ts";

type Row = { key: keyof SuccessCount; name: string; isMoney?: true };

/** The totals of two reports of success, in their order. */
export const SUCCESS_TOTALS: readonly Row[] = [
  { key: "made", name: "Bids made" },
  { key: "decided", name: "Decided" },
  { key: "won", name: "Won" },
  { key: "lost", name: "Lost" },
  { key: "requestedPence", name: "Requested by decided bids", isMoney: true },
  { key: "awardedPence", name: "Awarded to won bids", isMoney: true },
];

/** As at which day, and as known on which, one of the two reports is; or that it was published. */
export function sideWords({ asAt, knownAt, published }: SideShown): string {
  const when = `as at ${formatDate(asAt)}, as it was known on ${formatDate(knownAt)}`;
  return published === null ? when : `“${published.title}” as it was published, ${when}`;
}

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

export function amount({ key, isMoney }: Row, count: SuccessCount): string {
  return isMoney ? formatPounds(count[key]) : count[key].toLocaleString("en-GB");
}

export function signed({ key, isMoney }: Row, count: SuccessCount): string {
  if (isMoney) return signedPounds(count[key]);
  return count[key] > 0 ? `+${count[key].toLocaleString("en-GB")}` : count[key].toLocaleString("en-GB");
}

export function countWords(count: number, shown: number): string {
  const bids = `${count.toLocaleString("en-GB")} ${count === 1 ? "bid" : "bids"}`;
  const part =
    shown < count
      ? ` This page shows the first ${shown.toLocaleString("en-GB")}; the totals are of all.`
      : "";
  return `${bids} ${count === 1 ? "does" : "do"} not stand in both alike. What is requested counts once a bid is decided, what is awarded once it is won.${part}`;
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
  const { from, to, added, sides, changes, count, partnerships } = compared;
  const totals = SUCCESS_TOTALS.map((row) => [
    row.name,
    amount(row, from),
    signed(row, added),
    amount(row, to),
  ]);
  const bids = changes.flatMap(({ reference, title, before, after, adds, why }) => [
    reference === null ? title : `${reference}: ${title}`,
    `  First report: ${standsWords(before)}`,
    `  Second report: ${standsWords(after)}`,
    `  Adds to requested ${signedPounds(adds.requestedPence)}, to awarded ${signedPounds(adds.awardedPence)}`,
    ...why.map((words) => `  Why: ${words}`),
  ]);
  return `${[
    "What changed between two reports of success",
    `${reachWords(partnerships)}.`,
    `First report: ${sideWords(sides.from)}`,
    `Second report: ${sideWords(sides.to)}`,
    "",
    ...alignedLines(["Total", "First report", "Changes of bids", "Second report"], totals, false),
    "",
    proofWords(compared),
    "",
    countWords(count, changes.length),
    ...bids,
  ].join("\n")}\n`;
}
