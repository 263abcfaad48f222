import { formatPounds } from "#app/core/money.ts";
import { alignedLines } from "../funding-secured-text.rules.ts";
import { listOf, momentWords, reachWords, whichWords } from "../funding-secured-words.rules.ts";
import { type LeftOut, SUCCESS_GROUPING_NAMES, type SuccessReport } from "./success.ts";
import { SUCCESS_COLUMNS, successCell, successRows, successTitle } from "./success-table.rules.ts";

const WHY: Record<keyof LeftOut, string> = {
  undecided: "not decided yet",
  withdrawn: "withdrawn",
  allocation: "to an allocation, which is no competition",
  "kind not stated": "to a round of which it is not stated whether it is competitive, or to none",
  draft: "not sent yet",
  umbrella: "an umbrella record, whose bids count themselves",
};

/** "1 bid", "1,200 bids". */
function bidsWords(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "bid" : "bids"}`;
}

/** What the rates leave out, and why; each bid is named once. */
export function leftOutWords(leftOut: LeftOut): string {
  const parts = (Object.keys(WHY) as (keyof LeftOut)[])
    .filter((why) => leftOut[why] > 0)
    .map((why) => `${leftOut[why].toLocaleString("en-GB")} ${WHY[why]}`);
  if (parts.length === 0) return "No bid is left out of the rates.";
  const count = Object.values(leftOut).reduce((sum, each) => sum + each, 0);
  return `Rates are of competitive bids that are decided. Left out: ${bidsWords(count)}, of which ${listOf(parts)}.`;
}

/** The finding of the report in one sentence. */
export function successFinding({ total }: SuccessReport): string {
  if (total.decided === 0) return "No competitive bid is decided yet";
  const number = `${total.won.toLocaleString("en-GB")} of ${total.decided.toLocaleString("en-GB")} competitive bids that are decided were won (${total.ratePercent}%)`;
  return total.valueRatePercent === null
    ? number
    : `${number}; they brought ${total.valueRatePercent}% of the money that was asked for`;
}

/** What to know when reading the figures. */
export function successNotes(report: SuccessReport): string[] {
  const { by, requestedNotRecorded, awardedNotRecorded } = report;
  return [
    leftOutWords(report.leftOut),
    requestedNotRecorded > 0
      ? `Of ${bidsWords(requestedNotRecorded)} that ${requestedNotRecorded === 1 ? "is" : "are"} decided the amount requested is not recorded; of ${bidsWords(awardedNotRecorded)} won, the amount awarded. The rate by value leaves them out.`
      : awardedNotRecorded > 0
        ? `Of ${bidsWords(awardedNotRecorded)} won the amount awarded is not recorded. The rate by value leaves them out.`
        : null,
    "By value is what was awarded, as revised, of what was requested, over decided bids of which both are recorded; a bid that was lost brought £0.",
    rateWords(report),
    by === "theme" || by === "partnership"
      ? `A bid counts once in each ${SUCCESS_GROUPING_NAMES[by].toLowerCase()} that it is for and once in the total, so the rows do not add up.`
      : null,
    SUCCESS_KEPT_WORDS,
    whichWords(report.partnerships),
  ].filter((note) => note !== null);
}

/** What the rate by value of all bids is of, where that is less than the columns; else null. */
function rateWords({ comparable, total }: SuccessReport): string | null {
  const { bids, requestedPence, awardedPence } = comparable;
  const isWhole =
    requestedPence === (total.requestedPence ?? 0) && awardedPence === (total.awardedPence ?? 0);
  if (isWhole || total.valueRatePercent === null) return null;
  return `The ${total.valueRatePercent}% of all bids is of ${bidsWords(bids)}: ${formatPounds(awardedPence)} awarded of ${formatPounds(requestedPence)} requested. The columns hold the amounts of the others, too, as far as they are recorded.`;
}

/** What may come of the bids that are not decided, with its range. */
export function forecastWords({ forecast }: Pick<SuccessReport, "forecast">): string {
  const { bids, requestedPence, expectedPence, range, leftOut } = forecast;
  const are = leftOut === 1 ? "is" : "are";
  const without =
    leftOut === 0 ? "" : ` ${bidsWords(leftOut)} without an amount or a likelihood ${are} in none of this.`;
  if (bids === 0) return `No bid that is to be decided has both an amount and a likelihood.${without}`;
  const expected = `${bidsWords(bids)} to be decided: ${formatPounds(requestedPence)} asked for, ${formatPounds(expectedPence)} expected.`;
  const spread =
    range === null
      ? "They are too few for a range."
      : `In eight of ten cases it comes to between ${formatPounds(range.fromPence)} and ${formatPounds(range.toPence)}, if each bid is won whole or lost, on its own.`;
  return `${expected} ${spread}${without}`;
}

/** What was expected of decided bids against what they brought. */
export function expectedWords({ expected }: Pick<SuccessReport, "expected">): string {
  const { bids, expectedPence, awardedPence } = expected;
  if (bids === 0)
    return "No competitive bid that is decided has a likelihood, an amount requested and what became of it: what was expected cannot be held against what was awarded.";
  const less = awardedPence - expectedPence;
  const differs =
    less === 0 ? "as much" : `${formatPounds(Math.abs(less))} ${less > 0 ? "more" : "less"} than expected`;
  return `Of ${bidsWords(bids)} decided with a likelihood, ${formatPounds(expectedPence)} was expected and ${formatPounds(awardedPence)} awarded: ${differs}.`;
}

/** "Whole register. As at 21 November 2026, as it was known on 21 November 2026." */
export function successCaption(report: Pick<SuccessReport, "partnerships" | "asAt" | "knownAt">): string {
  return `${reachWords(report.partnerships)}. ${momentWords(report)}`;
}

/** How bids stand where a report up to an entry of the ledger is asked for: as long as that day, and not as what was published. */
export const SUCCESS_NOT_OF_ENTRY =
  "bids stand in no ledger, so what was recorded of them later on that day is in these figures. A report that was published has them as they were then.";

/** How a report of a day that has gone stands. */
export const SUCCESS_KEPT_WORDS =
  "What became of a bid, what it requested and how likely it was said to be stand as they were known on that day.";

/** The report as plain text. */
export function successText(report: SuccessReport): string {
  const heading = [SUCCESS_GROUPING_NAMES[report.by], ...SUCCESS_COLUMNS.map(({ heading }) => heading)];
  const rows = successRows(report).map((row) => [
    row.name,
    ...SUCCESS_COLUMNS.map((column) => successCell(column, row, report)),
  ]);
  return `${[
    successTitle(report),
    successCaption(report),
    "",
    ...alignedLines(heading, rows),
    "",
    ...successNotes(report),
    "",
    forecastWords(report),
    expectedWords(report),
  ].join("\n")}\n`;
}
