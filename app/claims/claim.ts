import type { Stream } from "#app/awards/index.ts";
import type { ClaimStatus } from "./claim.status.ts";

export const PAYMENTS = ["arrears", "advance", "results"] as const;
export type Payment = (typeof PAYMENTS)[number];

/** How the funder pays, in the words of the form. */
export const PAYMENT_WORDS: Record<Payment, string> = {
  arrears: "In arrears: for what has been spent",
  advance: "In advance: for what will be spent",
  results: "By results: for each that is proven",
};

export type ClaimLine = {
  /** The year in which it starts. */
  financialYear: number;
  stream: Stream | null;
  project: { id: number; name: string } | null;
  amountPence: number;
};

/** A claim apart from its lines. Days are ISO days, amounts pence. */
export type Claim = {
  id: number;
  number: number;
  periodFrom: string;
  periodTo: string;
  payment: Payment;
  results: number | null;
  /** "family": what is paid for, where it is paid by results, and the pence for each. */
  unit: string | null;
  unitPence: number | null;
  status: ClaimStatus;
  /** Null is not recorded: only how many results it is for is known. */
  claimedPence: number | null;
  /** What came, less what was taken back. */
  receivedPence: number;
  note: string | null;
  /** Why it asks for what was reported or claimed already, or of another year’s money. */
  reason: string | null;
  writtenById: number | null;
  writtenBy: string | null;
  signedBy: string | null;
  signedAt: string | null;
  submittedOn: string | null;
  funderReference: string | null;
  /** The document that alone tells of it. */
  sourceDocumentId: number | null;
  sourceParagraph: string | null;
  version: number;
};

/** What came for a claim; of one whose amount is not recorded, and for which nothing is, that is not recorded either. */
export function receivedOrUnknown({
  claimedPence,
  receivedPence,
}: Pick<Claim, "claimedPence" | "receivedPence">): number | null {
  return claimedPence === null && receivedPence === 0 ? null : receivedPence;
}

export type Receipt = {
  id: number;
  receivedOn: string;
  /** Below 0 where an earlier receipt is taken back. */
  amountPence: number;
  reference: string | null;
  reversesId: number | null;
  reason: string | null;
  recordedBy: string | null;
};

/** What of a claim counts for another year, as the funder agreed. Pence. */
export type Carried = { fromYear: number; toYear: number; pence: number };

export type ClaimEvent = {
  id: number;
  action: string;
  happenedOn: string;
  reason: string | null;
  person: string | null;
};
