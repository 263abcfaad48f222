import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { forecastOf, type PipelineSum } from "./expected.rules.ts";

/** What stands beside the sums because nobody knows its pounds. */
export function besideWords({ withoutAmount, withoutLikelihood }: PipelineSum): string {
  const bids = (count: number) => (count === 1 ? "1 bid" : `${count} bids`);
  const words = [
    withoutAmount > 0 && `+ ${bids(withoutAmount)}, amount not recorded.`,
    withoutLikelihood > 0 &&
      `${bids(withoutLikelihood)} with an amount, likelihood not set: nothing is expected of ${withoutLikelihood === 1 ? "it" : "them"}.`,
  ];
  return words.filter((text) => text !== false).join(" ");
}

/** "January 2027", "2027 to 2028", or that no decision date is recorded. */
export function monthName(month: string | null): string {
  return month === null ? "Decision date not recorded" : formatDate(month);
}

/** What of the pipeline of an earlier day stands otherwise than then. */
export const PIPELINE_THEN =
  "Status, amount, costs and likelihood are those of the day, as they were known on it; when a decision is expected is as it is recorded today. A draft is called that whether or not it was signed off.";

/** "£4,359 to £5,641", in eight of ten cases; or that there are too few bids. */
export function rangeText(sum: PipelineSum): string {
  const { range } = forecastOf(sum);
  if (range === null) return "too few bids";
  return `${formatPounds(range.fromPence)} to ${formatPounds(range.toPence)}`;
}
