import { formatDate } from "#app/core/calendar-date.ts";
import { type FinancialYear, formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { type AwardOfYear, moneyEnding, moneyEndingOf, sumMoneyEnding } from "#app/standing/index.server.ts";
import { askWords, daysLeftWords, givenWords, leftWords, yearEnd } from "#app/standing/index.ts";
import type { Dataset } from "../dataset.server.ts";
import type { ExportColumn, ExportValue } from "../export.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { unusedBeside } from "../unused.server.ts";
import { BASIS_NAMES } from "./awards.server.ts";

const COLUMNS: readonly ExportColumn[] = [
  { heading: "Reference", kind: "text" },
  { heading: "Title", kind: "text" },
  { heading: "Gives", kind: "pence" },
  { heading: "Amount basis", kind: "text", words: BASIS_NAMES },
  { heading: "Of it passed on", kind: "pence" },
  { heading: "Spent", kind: "pence" },
  { heading: "Committed", kind: "pence" },
  { heading: "Forecast besides", kind: "pence" },
  { heading: "Claimed", kind: "pence" },
  { heading: "Of it to be repaid", kind: "pence" },
  { heading: "In claims not yet submitted", kind: "pence" },
  { heading: "At risk: not yet claimed", kind: "pence" },
  { heading: "Ask by", kind: "day" },
  { heading: "Ask for another year", kind: "text" },
];

/** The awards with money of this financial year, newest first, and what of it is in no submitted claim. */
export const useItOrLoseIt: Dataset = {
  name: "use-it-or-lose-it",
  title: "Use it or lose it",
  about:
    "One row for each award with money of this financial year: given, spent, claimed, and what may be lost.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) => unusedBeside(params, []),
  contents: async (context) => {
    const { year, endsOn, daysLeft } = yearEnd(context.today);
    const keys = moneyEnding(context, year);
    return {
      sheet: "Use it or lose it",
      filters: [["Money of", formatFinancialYear(year)]],
      moment: null,
      notes: async () => {
        const sums = await sumMoneyEnding(context, year);
        return [
          `It ends on ${formatDate(endsOn)}: ${daysLeftWords(daysLeft)}.`,
          `Given for the year: ${givenWords(sums)}. In submitted claims: ${formatPounds(sums.claimedPence)}. ${leftWords(sums)}.`,
          "The columns Gives and At risk come to what all awards have: money that comes out of another award of the list stands in both, and Of it passed on says how much.",
          "Spent, Committed and Forecast besides are what the award records of the year. What is not recorded is left empty. It is not £0. Money that is not yet apportioned to a year is not in this file.",
        ];
      },
      columns: COLUMNS,
      rows: {
        query: keys.compile(),
        complete: (rows) => figuresOf(context, year, rows),
        count: async () => countOf(context, year, await keys.execute()),
      },
      sum: null,
    };
  },
};

const AT_ONCE = 200;

/** How many rows there will be: of an award that was asked for and has no figure of the year there is none. */
async function countOf(context: Context, year: FinancialYear, awards: readonly AwardOfYear[]) {
  let count = 0;
  for (let start = 0; start < awards.length; start += AT_ONCE) {
    count += (await moneyEndingOf(context, year, awards.slice(start, start + AT_ONCE))).length;
  }
  return count;
}

async function figuresOf(
  context: Context,
  year: FinancialYear,
  rows: ExportValue[][],
): Promise<ExportValue[][]> {
  const asked = rows.map(([id, reference, title, noTransfer, weeks]) => ({
    ...{ id: Number(id), reference: String(reference), title: String(title) },
    ...{ noTransfer: noTransfer as number | null, weeks: weeks as number | null },
  }));
  return (await moneyEndingOf(context, year, asked)).map((award) => [
    ...[award.reference, award.title, award.givenPence],
    award.givenPence === null ? "not_recorded" : award.isApproximate ? "approximate" : "exact",
    ...[award.passedOnPence, award.spentPence, award.committedPence, award.forecastPence],
    ...[award.claimedPence, award.repaymentPence, award.preparedPence, award.leftPence],
    ...[award.noTransfer ? null : award.askBy, askWords(award, context.today)],
  ]);
}
