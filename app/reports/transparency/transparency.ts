import type { IsoDay } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear } from "#app/core/financial-year.ts";
import { plainPounds } from "#app/core/money.ts";
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
  "What the Specified Information Order 2011 wants a commissioner to publish each month: the awards whose funder is called a police and crime commissioner, with what is recorded here of conditions and reasons. The commissioner’s own words count. Amounts stand as at the day, as it was known on the day, and conditions as they were known on it; names and purposes as they are recorded today.";

/** The first and last day of the year asked for; null for all years. */
export function daysAsked({ year }: Pick<TransparencyQuery, "year">): { from: IsoDay; to: IsoDay } | null {
  return year === null ? null : daysOfFinancialYear(year);
}

/** The most rows that the page shows of a list; its file has all. */
export const MOST_SHOWN = 100;
