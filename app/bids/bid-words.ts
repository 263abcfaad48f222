import type { TagColour } from "#app/ui/govuk/tag.tsx";
import { BID_STATUSES, type BidAction, type BidStatus } from "./bid.status.ts";

/** Statuses as tags say them: one colour each everywhere. */
export const BID_STATUS_TAGS: Record<BidStatus, { text: string; colour: TagColour }> = {
  draft: { text: "Draft", colour: "grey" },
  awaiting_sign_off: { text: "Awaiting sign-off", colour: "purple" },
  submitted: { text: "Submitted", colour: "blue" },
  clarification_requested: { text: "Clarification requested", colour: "yellow" },
  reserve: { text: "On reserve list", colour: "magenta" },
  awarded: { text: "Awarded", colour: "green" },
  part_awarded: { text: "Part awarded", colour: "teal" },
  unsuccessful: { text: "Unsuccessful", colour: "orange" },
  withdrawn: { text: "Withdrawn", colour: "grey" },
};

/** What a draft is called that all have signed as it stands. */
export const SIGNED_OFF = "Signed off, not yet submitted";

/** Where drafts that are signed off stand apart from the others. */
export const SIGNED_OFF_STAGE = "signed_off";
export type BidStage = BidStatus | typeof SIGNED_OFF_STAGE;

/** What the stages of bids are called, in files too. */
export const STAGE_NAMES = Object.fromEntries([
  ...BID_STATUSES.map((status) => [status, BID_STATUS_TAGS[status].text]),
  [SIGNED_OFF_STAGE, SIGNED_OFF],
]) as Record<BidStage, string>;

/** What the status of a bid is called, as its tag says it. */
export function bidStatusText(status: BidStatus, isSignedOff = false): string {
  return status === "draft" && isSignedOff ? SIGNED_OFF : BID_STATUS_TAGS[status].text;
}

type ActionWords = {
  /** What a link or a button says. */
  label: string;
  /** What the audit log says of it. */
  audited: string;
  /** What the history says of it. */
  done: string;
  /** What stands above the question for the reason. */
  reason?: string;
  reasonHint?: string;
  /** What is said where that question is not answered, by the action that needs it. */
  reasonMissing?: string;
};

export const BID_ACTION_WORDS: Record<BidAction, ActionWords> = {
  submit: { label: "Submit", audited: "submit bid", done: "Submitted" },
  ask_for_sign_off: {
    label: "Ask for sign-off",
    audited: "ask for sign-off of bid",
    done: "Sign-off asked for",
  },
  sign_off: { label: "Sign off and submit", audited: "sign off bid", done: "Signed off and submitted" },
  sign: { label: "Sign this bid", audited: "sign bid", done: "Signed" },
  send_back: {
    label: "Send back to be changed",
    audited: "send back bid",
    done: "Sent back",
    reason: "What needs to change?",
    reasonMissing: "Enter what needs to change",
  },
  take_back: {
    label: "Take back the request for sign-off",
    audited: "take back request for sign-off of bid",
    done: "Request for sign-off taken back",
    reason: "Why is the request taken back?",
    reasonHint:
      "The bid becomes a draft again that can be changed. Signatures given so far do not count any more.",
    reasonMissing: "Enter why the request is taken back",
  },
  ask_clarification: {
    label: "Record that the funder asks for clarification",
    audited: "record request for clarification of bid",
    done: "Clarification requested",
    reason: "What does the funder ask?",
    reasonMissing: "Enter what the funder asks",
  },
  answer_clarification: {
    label: "Record that clarification was given",
    audited: "record clarification of bid",
    done: "Clarification given",
    reason: "What did you answer?",
  },
  award_in_full: {
    label: "Record an award in full",
    audited: "record award in full of bid",
    done: "Awarded in full",
  },
  award_in_part: {
    label: "Record an award in part",
    audited: "record award in part of bid",
    done: "Awarded in part",
  },
  refuse: {
    label: "Record that it was unsuccessful",
    audited: "record refusal of bid",
    done: "Unsuccessful",
    reason: "What reasons did the funder give?",
    reasonHint: "If it gave none, say so",
    reasonMissing: "Enter the reasons that the funder gave, or that it gave none",
  },
  put_on_reserve: {
    label: "Record that it is on the reserve list",
    audited: "record bid on reserve list",
    done: "Put on the reserve list",
    reason: "What reasons did the funder give?",
    reasonHint: "If it gave none, say so",
    reasonMissing: "Enter the reasons that the funder gave, or that it gave none",
  },
  withdraw: {
    label: "Withdraw the bid",
    audited: "withdraw bid",
    done: "Withdrawn",
    reason: "Why is the bid withdrawn?",
    reasonMissing: "Enter why the bid is withdrawn",
  },
  reopen: {
    label: "Reopen the bid",
    audited: "reopen bid",
    done: "Reopened",
    reason: "Why is the bid reopened?",
    reasonMissing: "Enter why the bid is reopened",
  },
};

/** What the history says of an event; a bid entered after the fact has an event of its own. */
export function describeEvent(action: string): string {
  if (action === "create") return "Draft saved";
  if (action === "record_past") return "Entered as history";
  if (action === "correct_submission") return "Submission corrected";
  if (action === "answer_one_clarification") return "One question answered";
  return BID_ACTION_WORDS[action as BidAction]?.done ?? action;
}

/** What is said where an action needs a reason and none is given: the question again, not only "the reason". */
export function reasonMissing(action: BidAction): string {
  return BID_ACTION_WORDS[action].reasonMissing ?? "Enter the reason";
}
