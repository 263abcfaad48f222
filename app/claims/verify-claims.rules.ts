import { formatPounds, sumPence } from "#app/core/money.ts";
import { type ClaimStatus, NOT_CLAIMED, statusByMoney } from "./claim.status.ts";
import type { Payment } from "./claim.ts";

/** A claim as it is stored, with its lines and what came. Pence, instants, ISO days. */
export type StoredClaim = {
  status: ClaimStatus;
  payment: Payment;
  /** Null is not recorded, and then it has no lines. */
  claimedPence: number | null;
  results: number | null;
  unitPence: number | null;
  /** Only a document tells of it: nobody here signed it, and when it was sent may be unknown. */
  isPublished: boolean;
  receivedPence: number;
  writtenById: number | null;
  signedById: number | null;
  signedAt: string | null;
  submittedOn: string | null;
  linePence: readonly number[];
  receipts: readonly StoredReceipt[];
};
export type StoredReceipt = {
  id: number;
  amountPence: number;
  reversesId: number | null;
  recordedAt: string;
};

/** What is wrong with a claim, in words; empty where nothing is. */
export function problemsOfClaim(claim: StoredClaim): string[] {
  const { status, claimedPence, receivedPence, signedAt, receipts } = claim;
  const pounds = (pence: number) => formatPounds(pence, "always");
  const lines = sumPence(claim.linePence);
  const came = sumPence(receipts.map(({ amountPence }) => amountPence));
  const isSent = !NOT_CLAIMED.includes(status);
  const problems = [
    lines !== (claimedPence ?? 0) &&
      `its lines add up to ${pounds(lines)}, it claims ${claimedPence === null ? "an amount not recorded" : pounds(claimedPence)}`,
    claim.unitPence !== null &&
      claimedPence !== null &&
      claimedPence !== claim.unitPence * (claim.results ?? 0) &&
      "it claims another amount than its results come to at their price",
    came !== receivedPence &&
      `its receipts add up to ${pounds(came)}, it says that ${pounds(receivedPence)} came`,
    claimedPence !== null &&
      receivedPence > claimedPence &&
      claim.payment !== "advance" &&
      "more came than was claimed, and the funder does not pay in advance",
    receivedPence < 0 && "more was taken back than came",
    !isSent && receivedPence !== 0 && "money came for a claim that was not submitted",
    isSent &&
      status !== "queried" &&
      status !== statusByMoney(claimedPence, receivedPence) &&
      "its status is not what came of it",
    isSent && signedAt === null && !claim.isPublished && "it was submitted and finance did not sign it",
    isSent && claim.submittedOn === null && !claim.isPublished && "it was submitted and has no date of that",
    claim.signedById !== null && claim.signedById === claim.writtenById && "who wrote it signed it",
    !claim.isPublished &&
      receipts.some(({ recordedAt }) => signedAt === null || recordedAt < signedAt) &&
      "a receipt was recorded before finance signed it",
    !receipts.every((receipt) => isTakenBackWhole(receipt, receipts)) &&
      "what was taken back is not one of its receipts",
  ];
  return problems.filter((problem) => problem !== false);
}

function isTakenBackWhole({ reversesId, amountPence }: StoredReceipt, receipts: readonly StoredReceipt[]) {
  if (reversesId === null) return true;
  return receipts.some(({ id, amountPence: came }) => id === reversesId && came === -amountPence);
}
