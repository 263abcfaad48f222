import { formatPounds } from "#app/core/money.ts";

type Sums = { count: number; requestedPence: number; notRecorded: number; approximate: number };

/** "105 bids. Requested: £2,500,000, of which 1 amount is approximate, and 3 bids whose amount is not recorded." */
export function sumOfBids(sums: Sums): string {
  const { count, requestedPence, notRecorded, approximate } = sums;
  const bids = count === 1 ? "1 bid" : `${count.toLocaleString("en-GB")} bids`;
  if (count === 0) return "0 bids.";
  const approximately =
    approximate > 0
      ? `, of which ${approximate === 1 ? "1 amount is" : `${approximate} amounts are`} approximate`
      : "";
  const unknown =
    notRecorded > 0
      ? `, and ${notRecorded === 1 ? "1 bid" : `${notRecorded} bids`} whose amount is not recorded`
      : "";
  if (notRecorded === count) return `${bids}, ${count === 1 ? "its amount" : "their amounts"} not recorded.`;
  return `${bids}. Requested: ${formatPounds(requestedPence)}${approximately}${unknown}.`;
}

/** What stands over the list: of all its bids, or, where they are too many to count, of those on the page. */
export function sumOfPage(page: Sums & { more: boolean; countedAtMost: number }): string {
  if (!page.more) return sumOfBids(page);
  const most = page.countedAtMost.toLocaleString("en-GB");
  return `More than ${most} bids: choose fewer to see what they come to. On this page: ${sumOfBids(page)}`;
}
