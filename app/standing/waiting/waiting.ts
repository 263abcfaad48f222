import type { LiveStatus } from "#app/bids/index.ts";
import type { ClaimStatus } from "#app/claims/index.ts";
import type { Party, Waiting } from "../position.ts";

/** What the tables of the page are called. */
export const WAITING_ON: Record<Party, string> = {
  owner: "On whoever owns it",
  signers: "On whoever signs off",
  second_person: "On a second person",
  finance: "On finance",
  funder: "On the funder",
};
export const ON_OWNERS =
  "On owners by name: bids to finish or to answer for, and awards of which something is to be done";
export const ON_PEOPLE = "On people by name: their open tasks";

export type WaitingRecord = { href: string; text: string };

/** Something that bids or awards wait for: how many of them, and the one that was recorded first. */
export type WaitingFor = Waiting & {
  count: number;
  /** How many of them are on hold: the list behind the count has those under that status alone. */
  onHold?: number;
  oldest: WaitingRecord | null;
  /** The list of them, where there is one. */
  href: string | null;
};

export const WAITING_BIDS: Record<LiveStatus, Waiting> = {
  draft: { on: "owner", what: "Finish a bid and have it submitted" },
  awaiting_sign_off: { on: "signers", what: "Sign off a bid" },
  submitted: { on: "funder", what: "Decide a bid" },
  clarification_requested: { on: "owner", what: "Answer the funder about a bid" },
  reserve: { on: "funder", what: "Decide a bid on the reserve list" },
};

export const WAITING_CLAIMS: Record<Exclude<ClaimStatus, "paid" | "withdrawn">, Waiting> = {
  draft: { on: "finance", what: "Sign a claim" },
  signed: { on: "finance", what: "Submit a claim" },
  submitted: { on: "funder", what: "Pay a claim" },
  queried: { on: "finance", what: "Answer a query about a claim" },
  part_paid: { on: "funder", what: "Pay the rest of a claim" },
};
