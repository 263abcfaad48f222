import type { Batch } from "./batch.ts";
import { dayNear } from "./calendar.ts";
import { type BidToTell, isWrittenHere } from "./make-content.ts";
import type { Register } from "./register.ts";

/** Of one bid in so many that was lost there is what the funder said of it. */
const WITH_FEEDBACK = 10;
/** One bid in so many is an earlier one that brought nothing, made anew; one in so many was part of "various bids". */
const MADE_ANEW = 50;
const PART_OF_VARIOUS = 500;
const WITH_NOTE = 25;

/** Makes up what happened to a bid beside its status: sending, a question, feedback, an earlier try, a note. */
export function makeStory(register: Register, batch: Batch, bid: BidToTell): void {
  const { rows } = batch;
  const { id, at, status } = bid;
  const isSent = status !== "draft" && status !== "awaiting_sign_off";
  const sentOn = dayNear(at, -60 - (id % 60));
  const recorded_at = at;
  if (isSent && isWrittenHere(bid)) {
    const channel = id % 3 === 0 ? "email" : "portal";
    rows.bid_submission.push({
      bid_id: id,
      submitted_on: sentOn,
      channel,
      funder_reference: `F-${id}`,
      recorded_at,
    });
  }
  if (status === "clarification_requested" || (isSent && id % DECIDED_AND_ASKED === 0)) {
    const isOpen = status === "clarification_requested";
    rows.bid_clarification.push({
      bid_id: id,
      question: "How will you know that it worked?",
      asked_on: dayNear(at, -10),
      due_on: dayNear(at, 10),
      answer: isOpen ? null : "By the count of the police, before and after",
      answered_on: isOpen ? null : dayNear(at, -5),
      recorded_at,
    });
  }
  if (status === "draft" || status === "submitted")
    rows.bid_likelihood.push({ bid_id: id, percent: 10 * (id % 10), set_at: at, version: 1 });
  if (id % WITH_NOTE === 0) makeNote(register, batch, id, at);
  makeEarlierTry(register, batch, bid);
}

const DECIDED_AND_ASKED = 60;

function makeEarlierTry(
  { lost }: Register,
  { rows }: Batch,
  { id, at, status, partnerships }: BidToTell,
): void {
  const [lead] = partnerships;
  if (!lead) return;
  const earlier = lost.get(lead.id);
  if (earlier !== undefined && id % MADE_ANEW === 0) {
    rows.bid_resubmission.push({ bid_id: id, earlier_bid_id: earlier });
    lost.delete(lead.id);
  } else if (earlier !== undefined && id % PART_OF_VARIOUS === 1) {
    rows.bid_umbrella_member.push({ bid_id: id, umbrella_id: earlier });
    lost.delete(lead.id);
  }
  if (status !== "unsuccessful") return;
  lost.set(lead.id, id);
  if (id % WITH_FEEDBACK !== 0) return;
  rows.bid_feedback.push({
    bid_id: id,
    ranked: 1 + (id % 12),
    ranked_of: 12,
    ranked_on: at.slice(0, 10),
    feedback: "A clear need; the costs were not broken down",
    lessons: "Ask for quotes before the round opens",
    version: 1,
    saved_at: at,
  });
}

function makeNote({ next }: Register, { rows }: Batch, bidId: number, at: string): void {
  const id = next("note");
  rows.note.push({
    id,
    bid_id: bidId,
    text: "The chair asked to be told when it is decided",
    written_at: at,
  });
  if (id % 5 === 0) {
    rows.note_withdrawal.push({ note_id: id, reason: "It belonged to another bid", withdrawn_at: at });
  }
}
