import { formatPounds } from "#app/core/money.ts";
import { type FundingSecuredReport, GROUPING_NAMES } from "./funding-secured.ts";
import { decimalsOfReport, listOf, shareWords } from "./funding-secured-words.rules.ts";

type ChartBar = { label: string; value: number; text: string };

/** Bars that a chart of the report has at most, what is not yet apportioned and "Other" among them. */
const MOST_BARS = 12;

/** The report as a chart: its finding in words, and its bars in the order of the rows. Null where there is no money. */
export function chartOf(report: FundingSecuredReport): { finding: string; bars: ChartBar[] } | null {
  const decimals = decimalsOfReport(report);
  const bar = (label: string, value: number) => ({ label, value, text: formatPounds(value, decimals) });
  const rows = report.figures.rows.filter((row) => row.securedPence !== 0);
  const rest = report.notApportioned.securedPence;
  const room = MOST_BARS - (rest === 0 ? 0 : 1);
  const many = rows.length > room ? rows.length - room + 1 : 0;
  // The rows of which the least is to be said: the smallest, which stand last; of years those furthest back.
  const [single, others, name] =
    report.figures.by === "year"
      ? [rows.slice(many), rows.slice(0, many), "Earlier"]
      : [rows.slice(0, rows.length - many), rows.slice(rows.length - many), "Other"];
  const bars = single.map((row) => bar(row.name, row.securedPence));
  if (others.length > 0) {
    const sum = others.reduce((total, row) => total + row.securedPence, 0);
    const rest = bar(`${name} (${others.length})`, sum);
    if (name === "Earlier") bars.unshift(rest);
    else bars.push(rest);
  }
  if (rest !== 0) bars.push(bar("Not yet apportioned", rest));
  return bars.length === 0 ? null : { finding: findingOf(report), bars };
}

function findingOf(report: FundingSecuredReport): string {
  const { rows, by, totalPence } = report.figures;
  const decimals = decimalsOfReport(report);
  const largest = Math.max(0, ...rows.map((row) => row.securedPence));
  if (largest <= 0) {
    return `None of the ${formatPounds(totalPence, decimals)} is apportioned by ${GROUPING_NAMES[by].toLowerCase()} yet`;
  }
  const rest = report.notApportioned.securedPence;
  if (rows.length === 1 && rest === 0) return `${rows[0]?.name}: ${formatPounds(largest, decimals)}`;
  const names = rows.filter((row) => row.securedPence === largest).map((row) => row.name);
  const amount = `${formatPounds(largest, decimals)}${shareWords(largest, totalPence)}`;
  const first =
    names.length === 1
      ? `The largest share is ${names[0]}: ${amount}`
      : names.length <= 3
        ? `The largest shares are ${listOf(names)}: ${amount} each`
        : `The largest shares are ${names.length} of ${amount} each`;
  if (rest <= 0) return first;
  const unknown = `${formatPounds(rest, decimals)}${shareWords(rest, totalPence)} is not yet apportioned`;
  return `${first}. ${unknown}`;
}
