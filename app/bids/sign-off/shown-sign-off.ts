import type { Difference } from "../content-snapshot/compare-content.ts";
import type { SignersShort } from "./enough-signers.rules.ts";
import type { Signature } from "./sign-off.ts";

/** One time that somebody signed a bid. */
export type SignedBefore = {
  id: number;
  askedAt: string;
  outcome: "signed" | "sent_back" | "withdrawn" | null;
};

/** A sign-off of a bid as its pages show it. */
export type ShownSignOff = {
  askedAt: string;
  askedByName: string | null;
  /** Null while it is being signed. */
  outcome: "signed" | "sent_back" | "taken_back" | "withdrawn" | null;
  /** Instant at which all had signed; null where they have not. */
  signedAt: string | null;
  reason: string | null;
  fingerprint: string;
  steps: (Signature & { signedByName: string | null; isNext: boolean })[];
  /** Who can sign the next step today, in words; null where nobody can. */
  waitsFor: string | null;
  /** Too few people for all the steps that are left, though the next one can be signed; null where there are enough. */
  short: SignersShort | null;
  /** Where the reader may name others for a step; null where they may not. */
  chainHref: string | null;
  /** The bid as it was when sign-off was asked for, answer by answer. */
  signed: { field: string; text: string }[];
  /** What the bid says now that it did not say then. */
  differences: Difference[];
  /** The last time before this one that somebody signed it, and what was said otherwise then; null where nobody had. */
  lastSigned: (SignedBefore & { differences: Difference[] }) | null;
  /** The other times that somebody signed it, the latest first. */
  others: SignedBefore[];
};
