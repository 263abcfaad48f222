import type { Generated } from "kysely";

/** One account of how a bid was sent. It never changes: a correction is a further one. */
export type BidSubmissionTable = {
  id: Generated<number>;
  bid_id: number;
  /** A partial date where it is entered as history. */
  submitted_on: string;
  /** UK local time, 17:00. */
  submitted_time: string | null;
  /** A name or a post as the partnership writes it. */
  sent_by: string | null;
  channel: "portal" | "email" | "post" | null;
  funder_reference: string | null;
  /** When the round closed, as the register had it when this was recorded. */
  round_closed_at: string | null;
  recorded_at: string;
  recorded_by: number | null;
  corrects_id: number | null;
  correction_reason: string | null;
  /** What was sent; null where the bid was entered as history. */
  content_json: string | null;
  names_json: string | null;
  fingerprint: string | null;
};

/** Something that the funder asked about a bid. */
export type BidClarificationTable = {
  id: Generated<number>;
  bid_id: number;
  question: string;
  asked_on: string;
  due_on: string | null;
  answer: string | null;
  answered_on: string | null;
  answered_by: number | null;
  recorded_at: string;
  recorded_by: number | null;
};

/** What the funder said of a bid besides its decision, and what the partnership learnt. */
export type BidFeedbackTable = {
  bid_id: number;
  /** The place that the OPCC gave it, of how many. */
  ranked: number | null;
  ranked_of: number | null;
  ranked_on: string | null;
  feedback: string | null;
  lessons: string | null;
  version: number;
  saved_at: string;
  saved_by: number | null;
};

/** A bid that was made out of an earlier one that brought nothing. */
export type BidResubmissionTable = { bid_id: number; earlier_bid_id: number };

/** A bid that is one of the "various bids" of another. */
export type BidUmbrellaMemberTable = { bid_id: number; umbrella_id: number };
