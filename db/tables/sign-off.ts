import type { Generated } from "kysely";

/** One step of a partnership's chain of sign-off. A step that was taken out stays for what was signed by it. */
export type SignOffStepTable = {
  id: Generated<number>;
  partnership_id: number;
  position: number;
  title: string;
  ended_at: string | null;
};

/** Who signs a step; a stand-in between two days, both included. */
export type SignOffSignerTable = {
  id: Generated<number>;
  step_id: number;
  person_id: number;
  part: "named" | "stand_in";
  valid_from: string | null;
  valid_to: string | null;
};

/** One time that sign-off of a bid was asked for, with the whole of what is signed. */
export type BidSignOffTable = {
  id: Generated<number>;
  bid_id: number;
  asked_at: string;
  asked_by: number | null;
  /** The bid's content, canonical; `fingerprint` is its SHA-256. */
  content_json: string;
  /** What the records were called to which the content points. */
  names_json: string;
  fingerprint: string;
  ended_at: string | null;
  outcome: "signed" | "sent_back" | "withdrawn" | null;
  reason: string | null;
  /** 1 where what the funder agreed to set aside is part of the content; earlier ones did not keep it. */
  keeps_exceptions: Generated<number>;
};

/** A step of the chain as it was when sign-off was asked for, and who signed it. */
export type BidSignatureTable = {
  sign_off_id: number;
  position: number;
  title: string;
  /** Null where the partnership has no chain of its own. */
  step_id: number | null;
  signed_by: number | null;
  signed_at: string | null;
  stands_in: Generated<number>;
};
