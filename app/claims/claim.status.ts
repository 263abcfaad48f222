import { STATUSES_NOT_CLAIMED } from "#app/awards/index.ts";
import type { Permission } from "#app/platform/permissions.ts";

export const CLAIM_STATUSES = [
  "draft",
  "signed",
  "submitted",
  "queried",
  "part_paid",
  "paid",
  "withdrawn",
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Being written or signed: not asked of the funder yet. */
const PREPARED: readonly ClaimStatus[] = ["draft", "signed"];

/** What the funder was never asked for, or is not asked for any more: no part of what is claimed. */
export const NOT_CLAIMED: readonly ClaimStatus[] = STATUSES_NOT_CLAIMED;

/** True of a claim that is being written or is signed, and was not sent yet. */
export function isPrepared({ status }: { status: ClaimStatus }): boolean {
  return PREPARED.includes(status);
}

export const CLAIM_ACTIONS = [
  "sign",
  "discard",
  "send_back",
  "submit",
  "record_receipt",
  "query",
  "answer",
  "take_back_receipt",
  "withdraw",
] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];

export type Asks = "date" | "reason" | "reference" | "amount";

type Rule = {
  from: readonly ClaimStatus[];
  /** Where it leads; of money that comes or goes, `statusByMoney` says so. */
  to: ClaimStatus | "by money";
  permission: Permission;
  asks: readonly Asks[];
  required: readonly Asks[];
};

const SENT = ["submitted", "queried", "part_paid"] as const;

/** What can be done with a claim, when, by whom, and what it asks for: the one table of it. */
export const CLAIM_RULES: Record<ClaimAction, Rule> = {
  sign: { from: ["draft"], to: "signed", permission: "claim.sign", asks: [], required: [] },
  discard: { from: ["draft"], to: "withdrawn", permission: "claim.write", asks: ["reason"], required: [] },
  send_back: {
    from: ["signed"],
    to: "draft",
    permission: "claim.sign",
    asks: ["reason"],
    required: ["reason"],
  },
  submit: {
    from: ["signed"],
    to: "submitted",
    permission: "claim.write",
    // The reason is what it is claimed under, where no agreement is recorded.
    asks: ["date", "reference", "reason"],
    required: [],
  },
  query: {
    from: ["submitted", "part_paid"],
    to: "queried",
    permission: "claim.write",
    asks: ["date", "reason"],
    required: ["reason"],
  },
  answer: {
    from: ["queried"],
    to: "by money",
    permission: "claim.write",
    asks: ["date", "reason"],
    required: ["reason"],
  },
  record_receipt: {
    from: SENT,
    to: "by money",
    permission: "claim.sign",
    asks: ["amount", "date", "reference"],
    required: ["amount"],
  },
  take_back_receipt: {
    from: [...SENT, "paid"],
    to: "by money",
    permission: "claim.sign",
    asks: ["reason"],
    required: ["reason"],
  },
  withdraw: {
    from: ["signed", "submitted", "queried"],
    to: "withdrawn",
    permission: "claim.write",
    asks: ["reason"],
    required: ["reason"],
  },
};

export function isClaimAction(text: string | undefined): text is ClaimAction {
  return CLAIM_ACTIONS.some((action) => action === text);
}

type Standing = { status: ClaimStatus; receivedPence: number };

/** True where the action can follow what the claim has come to. What has brought money cannot be withdrawn. */
export function canFollow(action: ClaimAction, { status, receivedPence }: Standing): boolean {
  if (!CLAIM_RULES[action].from.includes(status)) return false;
  if (action === "take_back_receipt") return receivedPence > 0;
  return action !== "withdraw" || receivedPence === 0;
}

/** What a submitted claim is, by what came for it. Pence; of an amount that is not recorded nobody can say that all came. */
export function statusByMoney(claimedPence: number | null, receivedPence: number): ClaimStatus {
  if (claimedPence !== null && receivedPence >= claimedPence) return "paid";
  return receivedPence > 0 ? "part_paid" : "submitted";
}
