import type { IsoDay, PartialDate } from "#app/core/calendar-date.ts";

/** Money of an award that is passed on to a delivery organisation: spending, never added to what is secured. */
export type OnwardGrant = {
  id: number;
  awardId: number;
  /** 1, 2, 3 within the award. */
  number: number;
  recipient: string;
  charityNumber: string | null;
  companyNumber: string | null;
  purpose: string | null;
  /** Of the agreement with the organisation. */
  reference: string | null;
  agreedOn: PartialDate | null;
  runsFrom: IsoDay | null;
  runsTo: IsoDay | null;
  /** Pence; null is not recorded. */
  amountPence: number | null;
  paidPence: number;
  returnedPence: number;
  cancelledOn: IsoDay | null;
  cancelledBecause: string | null;
  version: number;
};

/** What was paid of a grant or came back. Below 0 it takes back the entry `reversesId`, which was wrong. */
export type OnwardPayment = {
  id: number;
  kind: "paid" | "returned";
  happenedOn: IsoDay;
  amountPence: number;
  reference: string | null;
  reversesId: number | null;
  reason: string | null;
  /** Why it is recorded after the return for its period was sent. */
  reportedBecause: string | null;
  recordedBy: string | null;
};
