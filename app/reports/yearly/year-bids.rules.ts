import type { BidOfPartnership } from "#app/bids/index.server.ts";
import { firstDayOf, type IsoDay, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import { type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import type { Became } from "./yearly.ts";

type Dated = Pick<BidOfPartnership, "status" | "closesAt" | "submittedOn" | "decidedOn" | "since">;

/** The financial year of a date; null where it is not known well enough to say, or not at all. */
export function yearOf(date: PartialDate | null): FinancialYear | null {
  if (date === null) return null;
  const [first, last] = [financialYearOf(firstDayOf(date)), financialYearOf(lastDayOf(date))];
  return first === last ? first : null;
}

/**
 * What became of a bid in a year, by the end of a day; null where the bid belongs to another year's report.
 * @param today a round that closes today or later may still be bid for.
 */
export function becameIn(bid: Dated, year: FinancialYear, asAt: IsoDay, today: IsoDay): Became | null {
  const inYear = (date: PartialDate | null) =>
    date !== null && yearOf(date) === year && firstDayOf(date) <= asAt;
  /** Of what ended outside the year: sent in it all the same, and by that day decided or not. */
  const sentInYear = (ended: PartialDate | null): Became | null => {
    const endedIn = yearOf(ended);
    if (ended === null || endedIn === null || endedIn < year || !inYear(bid.submittedOn)) return null;
    return firstDayOf(ended) > asAt ? "undecided" : "decided later";
  };
  switch (bid.status) {
    case "awarded":
      return inYear(bid.decidedOn) ? "won" : sentInYear(bid.decidedOn);
    case "part_awarded":
      return inYear(bid.decidedOn) ? "won in part" : sentInYear(bid.decidedOn);
    case "unsuccessful":
      return inYear(bid.decidedOn) ? "lost" : sentInYear(bid.decidedOn);
    case "withdrawn":
      if (!inYear(bid.since)) return sentInYear(bid.since);
      return bid.submittedOn === null ? "not made" : "withdrawn";
    case "draft":
    case "awaiting_sign_off": {
      const closes = bid.closesAt?.split("T")[0] ?? null;
      return closes !== null && inYear(closes) && lastDayOf(closes) < today ? "not made" : null;
    }
    default:
      return inYear(bid.submittedOn) ? "undecided" : null;
  }
}

type Made = Pick<BidOfPartnership, "status" | "recordedOn" | "submittedOn" | "since">;

/** True of a bid that was there by the end of a day, sent or not, and had not been withdrawn by then. */
export function isThereBy({ status, recordedOn, submittedOn, since }: Made, asAt: IsoDay): boolean {
  const begun = recordedOn <= asAt || (submittedOn !== null && firstDayOf(submittedOn) <= asAt);
  const gone = status === "withdrawn" && (since === null || firstDayOf(since) <= asAt);
  return begun && !gone;
}

/** True for a bid that was decided in no year that can be told. */
export function isUndated({ status, decidedOn }: Dated): boolean {
  return ["awarded", "part_awarded", "unsuccessful"].includes(status) && yearOf(decidedOn) === null;
}
