import type { Stream } from "#app/awards/index.ts";
import { firstDayOf, formatDate, type IsoDay, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import { type FinancialYear, financialYearOf, formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import type { ClaimAction, ClaimStatus } from "./claim.status.ts";
import type { Carried, Claim, Payment } from "./claim.ts";

/** From when to when the work that an award pays for is delivered; null is not recorded. */
export type DeliveryWindow = { deliveryFrom: PartialDate | null; deliveryTo: PartialDate | null };

type Period = { periodFrom: IsoDay; periodTo: IsoDay; payment: Payment };

/**
 * Why nothing can be claimed for a period, by the field that is wrong: it is still to come and the funder does not pay in
 * advance, or nothing of it lies within delivery. A result may be proven after delivery has ended. Null where it can.
 */
export function refusalOfClaimPeriod(
  { periodFrom, periodTo, payment }: Period,
  { deliveryFrom, deliveryTo }: DeliveryWindow,
  today: IsoDay,
): { periodFrom: string } | { periodTo: string } | null {
  if (payment !== "advance" && periodFrom > today) {
    return {
      periodFrom: "The period is still to come: only what the funder pays in advance is claimed before",
    };
  }
  if (deliveryFrom !== null && periodTo < firstDayOf(deliveryFrom)) {
    return { periodTo: `The period ends before delivery begins: ${formatDate(deliveryFrom)}` };
  }
  if (payment !== "results" && deliveryTo !== null && periodFrom > lastDayOf(deliveryTo)) {
    return {
      periodFrom: `The period begins after delivery ended: ${formatDate(deliveryTo)}. Record an extension first, if there is one`,
    };
  }
  return null;
}

/**
 * Why a step of a claim cannot have been taken on a day: sent before its period began although the funder does not pay in
 * advance, or paid or queried before it was sent. Null where it can.
 */
export function refusalOfStep(
  action: ClaimAction,
  day: IsoDay,
  { periodFrom, payment, submittedOn }: Pick<Claim, "periodFrom" | "payment" | "submittedOn">,
): string | null {
  if (action === "submit" && payment !== "advance" && day < periodFrom) {
    return `Its period begins on ${formatDate(periodFrom)}: only what the funder pays in advance is sent before`;
  }
  const follows = action === "record_receipt" || action === "query";
  if (follows && submittedOn !== null && day < submittedOn) {
    return `The claim was submitted on ${formatDate(submittedOn)}: this cannot have happened before`;
  }
  return null;
}

/** What of a claim's period lies outside delivery, in words; empty where nothing does. */
export function periodFlags(
  { periodFrom, periodTo }: Omit<Period, "payment">,
  { deliveryFrom, deliveryTo }: DeliveryWindow,
): string[] {
  return [
    ...(deliveryFrom !== null && periodFrom < firstDayOf(deliveryFrom)
      ? [`Its period begins before delivery does: ${formatDate(deliveryFrom)}`]
      : []),
    ...(deliveryTo !== null && periodTo > lastDayOf(deliveryTo)
      ? [`Its period ends after delivery does: ${formatDate(deliveryTo)}`]
      : []),
  ];
}

/** That a claim in arrears is, or was, sent before its period is over, in words: not all that it asks for can be spent by then. */
export function earlyFlags(
  { periodTo, payment, status, submittedOn }: Pick<Claim, "periodTo" | "payment" | "status" | "submittedOn">,
  today: IsoDay,
): string[] {
  if (payment !== "arrears" || status === "withdrawn") return [];
  const notAll = "not all that it asks for can have been spent by then";
  if (submittedOn !== null && submittedOn < periodTo) {
    return [`It was submitted on ${formatDate(submittedOn)}, before its period ended: ${notAll}`];
  }
  if (submittedOn === null && today < periodTo) {
    return [`Its period ends on ${formatDate(periodTo)}: if it is sent before, ${notAll}`];
  }
  return [];
}

/**
 * The first financial year that a claim in arrears asks for although none of its period lies in it: what is spent in one year
 * is not paid of another without a reason. Null where none is.
 */
export function yearOutsidePeriod(
  { periodFrom, periodTo, payment }: Period,
  lines: readonly { financialYear: FinancialYear }[],
): FinancialYear | null {
  if (payment !== "arrears") return null;
  const [first, last] = [financialYearOf(periodFrom), financialYearOf(periodTo)];
  return lines.find(({ financialYear: year }) => year < first || year > last)?.financialYear ?? null;
}

/** The financial years that a claim asks for; without lines, that of the last day of its period. */
export function yearsOfClaim(
  { periodTo }: Pick<Claim, "periodTo">,
  lines: readonly { financialYear: FinancialYear }[],
): FinancialYear[] {
  const years = [...new Set(lines.map(({ financialYear }) => financialYear))];
  return years.length > 0 ? years : [financialYearOf(periodTo)];
}

type ClaimedPart = { financialYear: number | null; stream: Stream | null; projectId: number | null };
type Other = Period & ClaimedPart & { number: number };

/**
 * The first other claim in arrears that is for days of the same period and for the same year, stream and project: it may
 * ask for the same spending twice. What is paid in advance or by results is for nothing that was spent. Null where none is.
 */
export function claimedTwice(
  claim: Period,
  lines: readonly ClaimedPart[],
  others: readonly Other[],
): number | null {
  if (claim.payment !== "arrears") return null;
  const found = others.find(
    (other) =>
      other.payment === "arrears" &&
      other.periodFrom <= claim.periodTo &&
      other.periodTo >= claim.periodFrom &&
      lines.some(
        ({ financialYear, stream, projectId }) =>
          other.financialYear === financialYear && other.stream === stream && other.projectId === projectId,
      ),
  );
  return found?.number ?? null;
}

type PaidPart = Omit<Period, "payment"> & { number: number; status: ClaimStatus; stream: Stream | null };

/**
 * Which other claims the funder paid, in all or in part, for days of the same period and for a stream of the same, in words:
 * it may be asked twice for the same. A line whose stream is not recorded may be of any. Empty where there are none.
 */
export function paidForSameDays(
  claim: Omit<Period, "payment">,
  lines: readonly Pick<ClaimedPart, "stream">[],
  others: readonly PaidPart[],
): string[] {
  const paid = others.filter(
    (other) =>
      (other.status === "paid" || other.status === "part_paid") &&
      other.periodFrom <= claim.periodTo &&
      other.periodTo >= claim.periodFrom &&
      lines.some(({ stream }) => stream === null || other.stream === null || stream === other.stream),
  );
  return [...new Map(paid.map((other) => [other.number, other])).values()].map(
    ({ number, status }) =>
      `Claim ${number}, which is ${status === "paid" ? "paid" : "paid in part"}, is for days of the same period: check that nothing is asked for twice`,
  );
}

/** How much more came in advance than was claimed, in words; empty where not more came. */
export function advanceFlags({
  claimedPence,
  receivedPence,
}: Pick<Claim, "claimedPence" | "receivedPence">): string[] {
  if (claimedPence === null || receivedPence <= claimedPence) return [];
  return [
    `${formatPounds(receivedPence - claimedPence)} more came than was claimed: it is an advance, to be spent and claimed, or to go back`,
  ];
}

/** What of a claim counts for another year than it was claimed of, in words; empty where nothing does. */
export function carriedFlags(carried: readonly Carried[]): string[] {
  return carried.map(
    ({ fromYear, toYear, pence }) =>
      `${formatPounds(pence)} of it was carried over: it counts for ${formatFinancialYear(toYear)}, not for ${formatFinancialYear(fromYear)}`,
  );
}
