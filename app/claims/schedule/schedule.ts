import type { Rhythm } from "#app/awards/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Payment } from "../claim.ts";

/** How often the funder of an award asks for claims, over which days, and how it pays. */
export type ClaimSchedule = {
  rhythm: Rhythm;
  payment: Payment;
  periodFrom: IsoDay;
  periodTo: IsoDay;
  /** Days after each period, in advance before it; null: the end of the next month, in advance the first day. */
  dueDays: number | null;
  /** "family": what is paid for by results, and the pence for each. */
  unit: string | null;
  unitPence: number | null;
  version: number;
};

/** A claim that is due for a period, and the one that was submitted for it. */
export type ClaimDue = {
  id: number;
  periodFrom: IsoDay;
  periodTo: IsoDay;
  dueOn: IsoDay;
  claim: { id: number; number: number } | null;
};
