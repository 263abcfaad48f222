import type { Bid } from "./bid.ts";

/**
 * The partnerships whose people write a bid: the lead's; where no lead is recorded, those of every partner,
 * whoever recorded it included.
 */
export function writablePartnerships(bid: Pick<Bid, "partnerships">): number[] {
  const lead = bid.partnerships.find(({ part }) => part === "lead");
  return lead ? [lead.id] : bid.partnerships.map(({ id }) => id);
}

/** What must be there before a bid is submitted, as the check page names it, by the field that asks for it. */
const NEEDED = {
  leadPartnershipId: "Choose the lead partnership",
  purpose: "Say what the money is for",
  requestedPence: "Enter the requested amount, or say that it is not yet known",
} as const;

/**
 * What is still missing before a bid can be submitted, by field; empty where nothing is.
 * @param amountNotKnown true where the person has said that the amount is not yet known.
 */
export function missingForSubmission(
  bid: Pick<Bid, "partnerships" | "purpose" | "requestedPence">,
  amountNotKnown: boolean,
): Partial<Record<keyof typeof NEEDED, string>> {
  const missing: Partial<Record<keyof typeof NEEDED, string>> = {};
  if (!bid.partnerships.some(({ part }) => part === "lead"))
    missing.leadPartnershipId = NEEDED.leadPartnershipId;
  if (bid.purpose === null) missing.purpose = NEEDED.purpose;
  if (bid.requestedPence === null && !amountNotKnown) missing.requestedPence = NEEDED.requestedPence;
  return missing;
}

/**
 * The partnership that records a draft: its lead, else the one of the person's own that is among the partners, else
 * the first of the person's own, so that a title and a round are enough. It follows the lead once that is chosen.
 * Null for somebody who writes bids for no partnership.
 * @param writable the partnerships where the person writes bids, ascending.
 */
export function recorderOf(
  choice: { leadPartnershipId: number | null; partnerIds: readonly number[] },
  writable: readonly number[],
): number | null {
  if (choice.leadPartnershipId !== null) return choice.leadPartnershipId;
  return writable.find((id) => choice.partnerIds.includes(id)) ?? writable[0] ?? null;
}

/** The reference of a bid by its number: B-000123. */
export function bidReference(number: number): string {
  return `B-${String(number).padStart(6, "0")}`;
}
