import { formatDate } from "#app/core/calendar-date.ts";
import type { PipelineSum } from "./expected.rules.ts";

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
