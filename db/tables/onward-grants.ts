import type { Generated } from "kysely";

/** Money of an award that is passed on to a delivery organisation. Pence; dates are partial dates, of the term days. */
export type OnwardGrantTable = {
  id: Generated<number>;
  award_id: number;
  /** 1, 2, 3 within the award. */
  number: number;
  recipient: string;
  charity_number: string | null;
  company_number: string | null;
  purpose: string | null;
  /** Of the agreement with the organisation. */
  reference: string | null;
  agreed_on: string | null;
  runs_from: string | null;
  runs_to: string | null;
  /** Null: not recorded. */
  amount_pence: number | null;
  /** What was paid, and what came back of it: the sums of its payments. */
  paid_pence: Generated<number>;
  returned_pence: Generated<number>;
  cancelled_on: string | null;
  cancelled_because: string | null;
  recorded_by: number | null;
  recorded_at: string;
  version: Generated<number>;
};

/** What was paid of an onward grant or came back of it, or, below 0, an entry taken back because it was wrong. */
export type OnwardPaymentTable = {
  id: Generated<number>;
  onward_grant_id: number;
  kind: "paid" | "returned";
  happened_on: string;
  amount_pence: number;
  reference: string | null;
  reverses_id: number | null;
  reason: string | null;
  /** Why it is recorded after the return for its period was sent; null where none was. */
  reported_because: string | null;
  recorded_at: string;
  recorded_by: number | null;
};
