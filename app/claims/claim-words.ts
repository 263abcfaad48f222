import type { TagColour } from "#app/ui/govuk/tag.tsx";
import type { ClaimAction, ClaimStatus } from "./claim.status.ts";
import type { Claim } from "./claim.ts";

export const CLAIM_STATUS_WORDS: Record<ClaimStatus, { text: string; colour: TagColour }> = {
  draft: { text: "Draft", colour: "grey" },
  signed: { text: "Signed by finance", colour: "purple" },
  submitted: { text: "Submitted", colour: "blue" },
  queried: { text: "Queried", colour: "yellow" },
  part_paid: { text: "Paid in part", colour: "yellow" },
  paid: { text: "Paid", colour: "green" },
  withdrawn: { text: "Withdrawn", colour: "red" },
};

export const DISCARDED_DRAFT = { text: "Discarded draft", colour: "grey" } as const;

/** A claim that was withdrawn before it was signed was never more than a draft. */
export function claimStatusWords({ status, signedAt }: Pick<Claim, "status" | "signedAt">) {
  if (status !== "withdrawn" || signedAt !== null) return CLAIM_STATUS_WORDS[status];
  return DISCARDED_DRAFT;
}

/** Each action as the button that leads to it, what it asks about its reason, and what is said once it is done. */
export const CLAIM_ACTION_WORDS: Record<ClaimAction, { label: string; reason?: string; done: string }> = {
  sign: { label: "Sign the claim", done: "Claim signed" },
  discard: { label: "Discard the draft", reason: "Why is it discarded?", done: "Draft discarded" },
  send_back: { label: "Send back", reason: "What has to change?", done: "Claim sent back" },
  submit: {
    label: "Record that it was submitted",
    reason: "What is it claimed under?",
    done: "Claim submitted",
  },
  query: { label: "Record a query", reason: "What does the funder ask?", done: "Query recorded" },
  answer: { label: "Answer the query", reason: "What did you answer?", done: "Answer recorded" },
  record_receipt: { label: "Record a receipt", done: "Receipt recorded" },
  take_back_receipt: {
    label: "Take back the last receipt",
    reason: "Why was it wrong?",
    done: "Receipt taken back",
  },
  withdraw: { label: "Withdraw the claim", reason: "Why is it withdrawn?", done: "Claim withdrawn" },
};
