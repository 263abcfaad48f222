import { leftToClaim, type Share, type Stream } from "#app/awards/index.ts";
import { type ClaimStatus, isPrepared } from "#app/claims/index.ts";
import { addDays, daysBetween, formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";

/** The year whose money ends next, the day on which it does, and how many days are left. */
export function yearEnd(today: IsoDay): { year: FinancialYear; endsOn: IsoDay; daysLeft: number } {
  const year = financialYearOf(today);
  const { to: endsOn } = daysOfFinancialYear(year);
  return { year, endsOn, daysLeft: daysBetween(today, endsOn) };
}

/** From 1 October to 31 March there is still time to ask for another year, and not much. */
export function isNearYearEnd(today: IsoDay): boolean {
  const monthAndDay = today.slice(5);
  return monthAndDay >= "10-01" || monthAndDay <= "03-31";
}

export type YearEndFigures = {
  /** What the award gives for the year, pence; null where that is not recorded. */
  givenPence: number | null;
  isApproximate: boolean;
  /** In claims that were submitted. */
  claimedPence: number;
  /** In claims that are being written or are signed. */
  preparedPence: number;
  /** Given, and not yet in a submitted claim, by streams: the most that can be lost. */
  leftPence: number | null;
  /** To go back to the funder: claimed above what it gives since it was cut, or came and was not spent in it; not repaid. */
  repaymentPence: number;
};

type Pence<Amount> = { amountPence: Amount };

/**
 * What of one year of an award is claimed and what is not.
 * @param given its lines of that year; null pence where not recorded. @param claims lines of its claims for that year
 * @param repaymentPence of that year
 */
export function yearEndFigures(
  given: readonly (Pence<number | null> & { stream: Stream | null })[],
  isApproximate: boolean,
  claims: readonly (Pence<number> & { stream: Stream | null; status: ClaimStatus })[],
  repaymentPence = 0,
): YearEndFigures {
  const known = given.flatMap(({ amountPence }) => amountPence ?? []);
  const givenPence = known.length < given.length ? null : sumPence(known);
  const live = claims.filter(({ status }) => status !== "withdrawn");
  const sum = (some: typeof claims) => sumPence(some.map(({ amountPence }) => amountPence));
  const sent = live.filter((claim) => !isPrepared(claim));
  const [preparedPence, claimedPence] = [sum(live.filter(isPrepared)), sum(sent)];
  const ofYear = (line: (typeof given)[number]) => ({
    financialYear: 0,
    stream: line.stream,
    amountPence: line.amountPence ?? 0,
  });
  const leftPence = givenPence === null ? null : leftToClaim(given.map(ofYear), sent.map(ofYear));
  return { givenPence, isApproximate, claimedPence, preparedPence, leftPence, repaymentPence };
}

/** What of a financial year that is over stands in no submitted claim: pence. */
export type UnclaimedYear = { financialYear: FinancialYear; pence: number };

/**
 * What may be lost of the years that are over, the earliest first: given, and in no submitted claim. A year of which an amount
 * is not recorded is left out, as nobody can say.
 * @param given the lines of the version in force; null pence where not recorded. @param sent those of submitted claims
 */
export function unclaimedOfEndedYears(
  given: readonly (Pence<number | null> & { financialYear: number | null; stream: Stream | null })[],
  sent: readonly Share[],
  today: IsoDay,
): UnclaimedYear[] {
  const ended = given.flatMap(({ financialYear: year }) =>
    year !== null && year < financialYearOf(today) ? [year] : [],
  );
  return [...new Set(ended)]
    .sort((a, b) => a - b)
    .flatMap((financialYear) => {
      const ofYear = given.filter((line) => line.financialYear === financialYear);
      if (ofYear.some(({ amountPence }) => amountPence === null)) return [];
      const pence = leftToClaim(
        ofYear.map((line) => ({ ...line, amountPence: line.amountPence ?? 0 })),
        sent.filter((line) => line.financialYear === financialYear),
      );
      return pence > 0 ? [{ financialYear, pence }] : [];
    });
}

/** A year that is over. Pence; null is not recorded. */
export type EndedYear = {
  financialYear: FinancialYear;
  /** Less what other awards take of it. */
  givenPence: number | null;
  spentPence: number | null;
  /** What the funder agreed to carry over and what no version has moved yet. */
  approvedPence: number;
};

/**
 * What of years that are over was given and not spent, and is neither agreed to be carried over nor repaid; what was repaid
 * is taken off the earliest first. A year of which no spend is recorded is left out, as nobody can say.
 */
export function underspentYears(years: readonly EndedYear[], repaidPence: number): UnclaimedYear[] {
  let repaid = repaidPence;
  return years.flatMap(({ financialYear, givenPence, spentPence, approvedPence }) => {
    if (givenPence === null || spentPence === null) return [];
    const open = Math.max(0, givenPence - spentPence - approvedPence);
    const pence = Math.max(0, open - repaid);
    repaid -= open - pence;
    return pence > 0 ? [{ financialYear, pence }] : [];
  });
}

/** The last day on which another year can be asked for, so many weeks before the money ends; null where none is stated. */
export function askBy(endsOn: IsoDay, weeks: number | null): IsoDay | null {
  return weeks === null ? null : addDays(endsOn, -7 * weeks);
}

/** When another year has to be asked for, in words. */
export function askWords(award: { noTransfer: boolean; askBy: IsoDay | null }, today: IsoDay): string {
  if (award.noTransfer) return "Not allowed by its terms";
  if (award.askBy === null) return "Not recorded: ask the funder";
  return award.askBy < today
    ? `It is too late: the last day was ${formatDate(award.askBy)}`
    : `By ${formatDate(award.askBy)}`;
}
