import type { Permission, Role } from "#app/platform/permissions.ts";
import type { BidSigning } from "./sign-off/sign-off.ts";

export const BID_STATUSES = [
  "draft",
  "awaiting_sign_off",
  "submitted",
  "clarification_requested",
  "reserve",
  "awarded",
  "part_awarded",
  "unsuccessful",
  "withdrawn",
] as const;
export type BidStatus = (typeof BID_STATUSES)[number];

export const BID_ACTIONS = [
  "submit",
  "ask_for_sign_off",
  "sign_off",
  "sign",
  "send_back",
  "take_back",
  "ask_clarification",
  "answer_clarification",
  "award_in_full",
  "award_in_part",
  "refuse",
  "put_on_reserve",
  "withdraw",
  "reopen",
] as const;
export type BidAction = (typeof BID_ACTIONS)[number];

type Answer = "required" | "optional" | "not_asked";

export type BidActionRule = {
  from: readonly BidStatus[];
  to: BidStatus;
  permission: Permission;
  /** The roles that may; each holds the permission. */
  roles: readonly Role[];
  /** What is asked of the person who does it. The amount is the awarded one and may be not recorded. */
  asks: { date: Answer; reason: Answer; reference: Answer; amount: Answer };
  /** True where whoever wrote the bid may not do it. */
  notByWriter?: boolean;
  /** True where it is for those whose turn it is in the lead's chain of sign-off, whatever their role. */
  bySigners?: boolean;
  /** True where all that a submitted bid needs must be there. */
  needsComplete?: boolean;
  /** True where it is the funder's decision. */
  isDecision?: boolean;
};

const nothing = {
  date: "not_asked",
  reason: "not_asked",
  reference: "not_asked",
  amount: "not_asked",
} as const;
const decision = {
  date: "required",
  reason: "required",
  reference: "optional",
  amount: "not_asked",
} as const;
const awaitingDecision = ["submitted", "clarification_requested", "reserve"] as const;
const writers = ["officer", "manager"] as const;
const deciders = ["manager", "finance"] as const;
const decided = { permission: "decision.record", roles: deciders, isDecision: true } as const;

/** The status machine: the one table that pages, commands and tests read. What is not here cannot be done. */
export const BID_RULES: Record<BidAction, BidActionRule> = {
  submit: {
    from: ["draft"],
    to: "submitted",
    permission: "bid.write",
    roles: writers,
    asks: { ...nothing, date: "optional", reference: "optional" },
    needsComplete: true,
  },
  ask_for_sign_off: {
    from: ["draft"],
    to: "awaiting_sign_off",
    permission: "bid.write",
    roles: writers,
    asks: nothing,
    needsComplete: true,
  },
  sign_off: {
    from: ["awaiting_sign_off"],
    to: "submitted",
    permission: "bid.sign-off",
    roles: deciders,
    asks: { ...nothing, date: "optional", reference: "optional" },
    notByWriter: true,
  },
  sign: {
    from: ["awaiting_sign_off"],
    to: "awaiting_sign_off",
    permission: "register.read",
    roles: [],
    asks: nothing,
    notByWriter: true,
    bySigners: true,
  },
  send_back: {
    from: ["awaiting_sign_off"],
    to: "draft",
    permission: "bid.sign-off",
    roles: deciders,
    bySigners: true,
    asks: { ...nothing, reason: "required" },
  },
  take_back: {
    from: ["awaiting_sign_off"],
    to: "draft",
    permission: "bid.write",
    roles: writers,
    asks: { ...nothing, reason: "required" },
  },
  ask_clarification: {
    from: ["submitted", "clarification_requested"],
    to: "clarification_requested",
    permission: "bid.write",
    roles: writers,
    asks: { ...nothing, date: "optional", reason: "required" },
  },
  answer_clarification: {
    from: ["clarification_requested"],
    to: "submitted",
    permission: "bid.write",
    roles: writers,
    asks: { ...nothing, date: "optional", reason: "optional" },
  },
  award_in_full: {
    ...decided,
    from: awaitingDecision,
    to: "awarded",
    asks: { ...decision, amount: "optional" },
  },
  award_in_part: {
    ...decided,
    from: awaitingDecision,
    to: "part_awarded",
    asks: { ...decision, amount: "optional" },
  },
  refuse: { ...decided, from: awaitingDecision, to: "unsuccessful", asks: decision },
  put_on_reserve: {
    ...decided,
    from: ["submitted", "clarification_requested"],
    to: "reserve",
    asks: decision,
  },
  withdraw: {
    from: ["draft", "awaiting_sign_off", ...awaitingDecision],
    to: "withdrawn",
    permission: "bid.write",
    roles: writers,
    asks: { ...nothing, date: "optional", reason: "required", reference: "optional" },
  },
  reopen: {
    from: ["unsuccessful", "withdrawn", "reserve"],
    to: "submitted",
    permission: "bid.write",
    roles: ["manager"],
    asks: { ...nothing, reason: "required" },
  },
};

/** What is true of a bid where an action is considered. */
export type BidMoment = {
  status: BidStatus;
  submittedOn: string | null;
  /** Left out where the lead has no chain of sign-off of its own. */
  signing?: Pick<BidSigning, "hasChain" | "left" | "cleared">;
};

/**
 * The status that an action leads to, or null where it cannot be done from here.
 * A bid that was withdrawn before it was ever submitted is reopened as a draft: it may lack what submitting asks for.
 * A lead with a chain of its own signs step by step; the last step makes the bid a draft that may be submitted.
 */
export function nextStatus(bid: BidMoment, action: BidAction): BidStatus | null {
  const rule = BID_RULES[action];
  if (!rule.from.includes(bid.status)) return null;
  const { hasChain = false, left = 0, cleared = false } = bid.signing ?? {};
  if (action === "submit" && hasChain && !cleared) return null;
  if (action === "sign_off" && hasChain) return null;
  if (action === "sign") return !hasChain ? null : left > 1 ? rule.to : "draft";
  if (action === "reopen" && bid.status === "withdrawn" && bid.submittedOn === null) return "draft";
  return rule.to;
}

/** Somebody as a bid sees them. `signs`: it is their turn in the chain of sign-off. */
export type BidPerson = { roles: readonly Role[]; wroteIt: boolean; signs?: boolean };

/**
 * The actions that a person may take now, in the order of the table.
 * @param person.roles the roles that they hold in the partnerships whose people write this bid.
 * @param person.wroteIt true where they wrote the bid, in whole or in part.
 */
export function actionsFor(bid: BidMoment, person: BidPerson): BidAction[] {
  return BID_ACTIONS.filter((action) => nextStatus(bid, action) !== null && mayTake(action, person));
}

/** True where the person may take the action on a bid of theirs, whatever its status. */
export function mayTake(action: BidAction, person: BidPerson): boolean {
  const rule = BID_RULES[action];
  if (rule.notByWriter && person.wroteIt) return false;
  if (rule.bySigners && person.signs) return true;
  return rule.roles.some((role) => person.roles.includes(role));
}

/** The decisions that make an award: they are recorded together with it, by the awards domain. */
export type AwardingAction = "award_in_full" | "award_in_part";

/** True for a decision that makes an award. */
export function isAwarding(action: BidAction): action is AwardingAction {
  return action === "award_in_full" || action === "award_in_part";
}
