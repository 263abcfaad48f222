import {
  addDays,
  firstDayOf,
  formatDate,
  type IsoDay,
  lastDayOf,
  type PartialDate,
} from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear, formatFinancialYear } from "#app/core/financial-year.ts";

/** The agreement for one financial year of an award; where the year is null, for all of them. */
export type Agreement = {
  financialYear: FinancialYear | null;
  reference: string | null;
  /** Null: not signed yet. */
  signedOn: PartialDate | null;
  note: string | null;
  version: number;
};

/** "2023 to 2024", or that it is for all years. */
export function yearsOf(agreement: Pick<Agreement, "financialYear">): string {
  return agreement.financialYear === null ? "All years" : formatFinancialYear(agreement.financialYear);
}

/** The agreement that holds for a year: its own, else the one for all years. Null where neither is recorded. */
export function agreementFor<One extends Pick<Agreement, "financialYear">>(
  agreements: readonly One[],
  year: FinancialYear | null,
): One | null {
  const own = year === null ? undefined : agreements.find((each) => each.financialYear === year);
  return own ?? agreements.find((each) => each.financialYear === null) ?? null;
}

/**
 * Why nothing may be claimed on a day under this agreement: "no payment before signing". Null where it is signed by
 * then, and where no agreement is recorded: whether one is signed is asked then.
 */
export function refusalBeforeSigning(agreement: Agreement | null, day: IsoDay): string | null {
  if (agreement === null) return null;
  const which = agreement.financialYear === null ? "" : ` for ${yearsOf(agreement)}`;
  if (agreement.signedOn === null) {
    return `The agreement${which} is not signed yet: nothing can be claimed before it is`;
  }
  if (firstDayOf(agreement.signedOn) <= day) return null;
  return `The agreement${which} was signed on ${formatDate(agreement.signedOn)}: nothing can be claimed before that`;
}

/**
 * What to ask of whoever claims under no agreement that is recorded: it may be signed, or the award came by letter only.
 * Null where one is recorded, or what it is claimed under is said.
 */
export function questionWithoutAgreement(
  agreement: Agreement | null,
  year: FinancialYear,
  said: string | null,
): string | null {
  if (agreement !== null || said !== null) return null;
  return `No agreement is recorded for ${formatFinancialYear(year)}, and nothing is claimed before one is signed: record it first, or enter what this is claimed under`;
}

/** That something happened before the agreement was signed, as it is recorded now: "It was submitted before…"; null where not. */
export function beforeSigningWords(
  agreement: Agreement | null,
  day: IsoDay | null,
  what: string,
): string | null {
  if (agreement === null || day === null) return null;
  if (agreement.signedOn === null)
    return `${what} on ${formatDate(day)}, and the agreement is recorded as not signed yet`;
  if (firstDayOf(agreement.signedOn) <= day) return null;
  return `${what} on ${formatDate(day)}, before the agreement was signed on ${formatDate(agreement.signedOn)}`;
}

/** What was signed earlier than that before an award began was hardly signed for it. */
const LONG_BEFORE_DAYS = 365;

/**
 * What to ask where an agreement was signed long before its award began and no note says why; null where nothing is to ask.
 * @param beganOn the earliest day that is recorded of the award; null is not recorded
 */
export function questionOfSigning(
  { signedOn, note }: Pick<Agreement, "signedOn" | "note">,
  beganOn: IsoDay | null,
): string | null {
  if (signedOn === null || note !== null || beganOn === null) return null;
  if (lastDayOf(signedOn) >= addDays(beganOn, -LONG_BEFORE_DAYS)) return null;
  return `This is more than a year before the award began on ${formatDate(beganOn)}: check the date, or enter a note that says why it was signed so early`;
}

export type AgreementRow = {
  /** Null: for all years. */
  financialYear: FinancialYear | null;
  agreement: Agreement | null;
  risk: string | null;
};

/**
 * One row for each agreement, and one for each year with money that has none; none at all where nothing is recorded of
 * any. Delivery begins on the day recorded, at the earliest on the first day of the year.
 */
export function agreementRows(
  agreements: readonly Agreement[],
  award: { years: readonly FinancialYear[]; deliveryFrom: PartialDate | null },
  today: IsoDay,
): AgreementRow[] {
  if (agreements.length === 0) return [];
  const missing = [...new Set(award.years)].filter((year) => agreementFor(agreements, year) === null);
  const rows = [
    ...agreements.map((agreement) => ({ financialYear: agreement.financialYear, agreement })),
    ...missing.map((financialYear) => ({ financialYear, agreement: null })),
  ].sort((a, b) => (a.financialYear ?? 0) - (b.financialYear ?? 0));
  return rows.map((row) => ({ ...row, risk: riskOf(row, award.deliveryFrom, today) }));
}

function riskOf(
  { financialYear, agreement }: Omit<AgreementRow, "risk">,
  deliveryFrom: PartialDate | null,
  today: IsoDay,
): string | null {
  const start = deliveryFrom === null ? null : firstDayOf(deliveryFrom);
  const firstOfYear = financialYear === null ? null : daysOfFinancialYear(financialYear).from;
  const begun =
    [start, firstOfYear]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const signedOn = agreement?.signedOn ?? null;
  if (signedOn !== null) {
    return begun !== null && lastDayOf(signedOn) > begun ? "Signed after delivery began" : null;
  }
  if (begun === null || begun > today) return null;
  return "Delivery has begun: no payment before signing";
}
