import type { IsoDay } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, plainPounds, sumPence } from "#app/core/money.ts";
import type { AskedMoment } from "../funding-secured.ts";

/** What is asked for: the grants of a financial year, of a partnership; null: of all. */
export type TransparencyQuery = AskedMoment & { year: FinancialYear | null; partnershipId: number | null };

/** The columns of a list that is published, in their order; `key` names them in its query. */
export type ListColumn = { heading: string; key: string; kind: "text" | "day" | "pence" };

export type ListRow = Record<string, string | number | null>;

/** The rows of a list as its file holds them, money in plain pounds. */
export function listFileRows(columns: readonly ListColumn[], rows: readonly ListRow[]): string[][] {
  const text = (kind: ListColumn["kind"], value: string | number | null) =>
    value === null ? "" : kind === "pence" ? plainPounds(Number(value)) : String(value);
  return [
    columns.map(({ heading, kind }) => (kind === "pence" ? `${heading} (£)` : heading)),
    ...rows.map((row) => columns.map(({ key, kind }) => text(kind, row[key] ?? null))),
  ];
}

/** What the rows of a list come to: pence by the keys of its columns of money; and how many have no amount recorded. */
export type ListTotal = { count: number; notRecorded: number; pence: Record<string, number> };

/** The columns of money of a list. */
export function moneyColumns(columns: readonly ListColumn[]): ListColumn[] {
  return columns.filter(({ kind }) => kind === "pence");
}

/** The total of rows that are all known. */
export function totalOfRows(columns: readonly ListColumn[], rows: readonly ListRow[]): ListTotal {
  const sums = moneyColumns(columns).map(({ key }) => [
    key,
    sumPence(rows.map((row) => Number(row[key] ?? 0))),
  ]);
  return {
    count: rows.length,
    notRecorded: rows.filter(({ amount_pence }) => amount_pence === null).length,
    pence: Object.fromEntries(sums),
  };
}

/** "3 grants: amount £11,500.00, paid £6,000.00, returned £450.00. The amount of 1 of them is not recorded." */
export function listTotalWords(
  columns: readonly ListColumn[],
  { count, notRecorded, pence }: ListTotal,
): string {
  const sums = moneyColumns(columns).map(
    ({ heading, key }) => `${heading.toLowerCase()} ${formatPounds(pence[key] ?? 0, "always")}`,
  );
  const grants = `${count.toLocaleString("en-GB")} ${count === 1 ? "grant" : "grants"}`;
  const unknown = `The amount of ${notRecorded.toLocaleString("en-GB")} of them is not recorded.`;
  return `${grants}: ${sums.join(", ")}.${notRecorded === 0 ? "" : ` ${unknown}`}`;
}

/**
 * Grants to voluntary, community and social enterprise organisations, as the Local Government Transparency Code 2015
 * (paragraphs 42 to 43) wants them published each year.
 */
export const GRANTS_MADE_COLUMNS: readonly ListColumn[] = [
  { heading: "Date awarded", key: "agreed_on", kind: "day" },
  { heading: "Period from", key: "runs_from", kind: "day" },
  { heading: "Period to", key: "runs_to", kind: "day" },
  { heading: "Authority", key: "authority", kind: "text" },
  { heading: "Department", key: "department", kind: "text" },
  { heading: "Beneficiary", key: "recipient", kind: "text" },
  { heading: "Charity number", key: "charity_number", kind: "text" },
  { heading: "Company number", key: "company_number", kind: "text" },
  { heading: "Purpose", key: "purpose", kind: "text" },
  { heading: "Amount", key: "amount_pence", kind: "pence" },
  { heading: "Paid", key: "paid_pence", kind: "pence" },
  { heading: "Returned", key: "returned_pence", kind: "pence" },
  { heading: "Out of award", key: "award_reference", kind: "text" },
];

/**
 * Crime and disorder reduction grants of a police and crime commissioner, as the Elected Local Policing Bodies
 * (Specified Information) Order 2011 wants them published: conditions, recipient, purpose, reasons.
 */
export const COMMISSIONER_COLUMNS: readonly ListColumn[] = [
  { heading: "Date", key: "decided", kind: "day" },
  { heading: "Commissioner", key: "funder", kind: "text" },
  { heading: "Fund", key: "fund", kind: "text" },
  { heading: "Recipient", key: "recipient", kind: "text" },
  { heading: "Purpose", key: "purpose", kind: "text" },
  { heading: "Conditions", key: "conditions", kind: "text" },
  { heading: "Reasons", key: "reasons", kind: "text" },
  { heading: "Decision notice", key: "decision_url", kind: "text" },
  { heading: "Amount", key: "amount_pence", kind: "pence" },
  { heading: "Reference", key: "reference", kind: "text" },
];

/** The names by which a funder is known as a police and crime commissioner: no record says so otherwise. */
export const COMMISSIONER_WORDS = ["crime commissioner", "policing and crime"] as const;

export const GRANTS_MADE_TITLE = "Grants to voluntary bodies";
export const COMMISSIONER_TITLE = "Grants of police and crime commissioners";

/** What each list is for, and what is in it. */
export const GRANTS_MADE_ABOUT =
  "What the Local Government Transparency Code 2015 wants a council to publish each year: the onward grants of awards. A grant whose agreement has no date yet stands in no year. Grants, and what was paid of them, stand as at the day, as they were known on the day; those agreed after it are left out.";
export const COMMISSIONER_ABOUT =
  "What the Specified Information Order 2011 wants a commissioner to publish each month: the awards whose funder is called a police and crime commissioner, with what is recorded here of conditions and reasons. The commissioner’s own words count. Amounts stand as at the day, as it was known on the day, and conditions as they were known on it; names and purposes as they are recorded today. An award paid out of another one stands beside it: Funding secured counts the money once.";

/** The first and last day of the year asked for; null for all years. */
export function daysAsked({ year }: Pick<TransparencyQuery, "year">): { from: IsoDay; to: IsoDay } | null {
  return year === null ? null : daysOfFinancialYear(year);
}

/** The most rows that the page shows of a list; its file has all. */
export const MOST_SHOWN = 100;
