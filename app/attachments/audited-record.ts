import type { AttachedTo } from "./attachment.ts";

/** The record as the audit names it. */
export function auditedRecord(to: AttachedTo): { recordType: string; recordId: number } {
  if ("bidId" in to) return { recordType: "bid", recordId: to.bidId };
  if ("awardId" in to) return { recordType: "award", recordId: to.awardId };
  if ("roundId" in to) return { recordType: "round", recordId: to.roundId };
  return { recordType: "claim", recordId: to.claimId };
}
