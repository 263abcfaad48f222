import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import type { SideShown, SuccessChanges } from "./success-changes.ts";

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
