import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import type { ChangesInSum } from "../../changes/changes.ts";

/** What changed since a report was published, as anybody may know it: how often, when and by how much. */
export type PublicSince = ChangesInSum & {
  /** Changes of records beside the ledger, and whether there are more; null where the report is made of none. */
  records: { count: number; more: boolean } | null;
};

/** The same in sentences. */
export function publicSinceWords({ count, pence, firstOn, lastOn, records }: PublicSince): string[] {
  return [
    count === 0
      ? "Nothing has changed since in what is secured for the partnership."
      : `${times(count)} since in what is secured for the partnership${daysWords(firstOn, lastOn)}: ${differenceWords(pence)}.`,
    ...(records === null || records.count === 0
      ? []
      : [`${times(records.count, records.more)} of other records that the report is made of.`]),
  ];
}

function times(count: number, more = false): string {
  const number = count.toLocaleString("en-GB");
  return more ? `More than ${number} changes` : `${number} ${count === 1 ? "change" : "changes"}`;
}

function daysWords(first: string | null, last: string | null): string {
  if (first === null || last === null) return "";
  return first === last
    ? `, recorded on ${formatDate(first)}`
    : `, recorded from ${formatDate(first)} to ${formatDate(last)}`;
}

function differenceWords(pence: number): string {
  if (pence === 0) return "the total is the same";
  return `the total is ${formatPounds(Math.abs(pence))} ${pence > 0 ? "more" : "less"} today`;
}
