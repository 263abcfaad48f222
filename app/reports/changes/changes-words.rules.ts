import { VERSION_KINDS } from "#app/awards/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { decimalsOf } from "../funding-secured-table.rules.ts";
import { approximateWords, awardsWords, jointTotalWords } from "../funding-secured-words.rules.ts";
import type { Change, Changes, MomentTotal } from "./changes.ts";

/** "As at 31 March 2026, as it was known on 31 March 2026: £1,234". */
export function totalWords(total: MomentTotal): string {
  const { asAt, knownAt, totalPence, notRecorded, isEmpty, joint } = total;
  const when = `As at ${formatDate(asAt)}, as it was known on ${formatDate(knownAt)}`;
  if (isEmpty && joint && joint.awards > 0) {
    const money = jointTotalWords(joint, decimalsOf([joint.securedPence]));
    return `${when}: nothing apportioned to it was recorded. ${money}`;
  }
  if (isEmpty) return `${when}: no award was recorded`;
  const unknown = notRecorded > 0 ? `, and ${awardsWords(notRecorded)} with no amount recorded` : "";
  const about = approximateWords(total, decimalsOf([totalPence, total.approximatePence]));
  return `${when}: ${formatPounds(totalPence)}${unknown}${about === null ? "" : `. ${about.replace(/\.$/, "")}`}`;
}

/** The proof line: what the first total becomes by the changes. */
export function changesProofWords({ from, to, changedPence, unexplainedPence }: Changes): string {
  const [first, second] = [from, to].map((total) =>
    total.isEmpty ? emptyWords(total.joint) : secured(total),
  );
  const rest = formatPounds(unexplainedPence, "always");
  const sign = changedPence < 0 ? "−" : "+";
  const changed = formatPounds(Math.abs(changedPence), "always");
  return `First report ${first} ${sign} changes ${changed} = second report ${second}. Unexplained: ${rest}`;
}

/** "approximately £1,234.00" where some of it is known only approximately. */
function secured({ totalPence, approximatePence }: MomentTotal): string {
  const pounds = formatPounds(totalPence, "always");
  return approximatePence > 0 ? `approximately ${pounds}` : pounds;
}

/** What stands for the figures of a report in which no award stands: that is not £0. */
export function emptyWords(joint: MomentTotal["joint"]): string {
  return joint && joint.awards > 0 ? "nothing apportioned" : "nothing recorded";
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
