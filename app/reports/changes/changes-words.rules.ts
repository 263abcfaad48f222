import { VERSION_KINDS } from "#app/awards/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { awardsWords } from "../funding-secured-words.rules.ts";
import type { Change, Changes, MomentTotal } from "./changes.ts";

/** "As at 31 March 2026, as it was known on 31 March 2026: £1,234". */
export function totalWords({ asAt, knownAt, totalPence, notRecorded, isEmpty }: MomentTotal): string {
  const when = `As at ${formatDate(asAt)}, as it was known on ${formatDate(knownAt)}`;
  if (isEmpty) return `${when}: no award was recorded`;
  const unknown = notRecorded > 0 ? `, and ${awardsWords(notRecorded)} with no amount recorded` : "";
  return `${when}: ${formatPounds(totalPence)}${unknown}`;
}

/** The proof line: what the first total becomes by the changes. */
export function changesProofWords({ from, to, changedPence, unexplainedPence }: Changes): string {
  const [first, second, rest] = [from.totalPence, to.totalPence, unexplainedPence].map((pence) =>
    formatPounds(pence, "always"),
  );
  const sign = changedPence < 0 ? "−" : "+";
  const changed = formatPounds(Math.abs(changedPence), "always");
  return `First report ${first} ${sign} changes ${changed} = second report ${second}. Unexplained: ${rest}`;
}

/** "+£1,000" or "−£1,000"; "£0" is neither. */
export function signedPounds(pence: number, decimals: "when-needed" | "always" = "when-needed"): string {
  return `${pence > 0 ? "+" : ""}${formatPounds(pence, decimals)}`;
}

/** What moved the money: "Version 2, reduction"; the inner award's where the money is inside another award. */
export function causeWords({ award, cause }: Change): string {
  if (cause === null) return "An award of another partnership inside this one";
  const version = `Version ${cause.number}, ${VERSION_KINDS[cause.kind].name.toLowerCase()}`;
  return cause.awardId === award.id ? version : `${version} of ${cause.reference}`;
}

/** An award without an amount that comes or goes, in words; null for any other change. */
export function notRecordedChangeWords({ notRecorded }: Change): string | null {
  if (notRecorded === 0) return null;
  return notRecorded > 0 ? "+1 award, amount not recorded" : "−1 award, amount not recorded";
}

/** How many changes there are, and how many of them a page shows. */
export function countWords({ count, changes }: Changes): string {
  if (count === 0) return "Nothing changed between the two.";
  const shown =
    changes.length < count ? ` This page shows ${changes.length.toLocaleString("en-GB")} of them.` : "";
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "change" : "changes"}, in the order in which they were recorded.${shown}`;
}
