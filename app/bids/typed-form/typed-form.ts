import { type FormValues, textAt } from "#app/ui/forms/form-values.ts";

/** A bid that somebody began to type and has not sent. `at`: instant, ISO UTC. */
export type UnsentBid = { slot: string; title: string; at: string };

/** The forms of bids whose `…/typed` takes what is typed into them. */
export const NEW_BID = "/bids/new";
export const draftForm = (bidId: number) => `/bids/${bidId}/edit`;

/** Where one bid is kept that is begun: each that somebody begins has a place of its own. */
export const newBidForm = (slot: string) => `${NEW_BID}/${slot}`;

/** The address of the form that shows what was begun. */
export const unsentHref = (slot: string) => `${NEW_BID}?typed=${slot}`;

/** The place that an address or a form names; null where it names none. */
export function slotIn(text: string | null): string | null {
  return text !== null && /^[\w-]{16}$/.test(text) ? text : null;
}

/** The place that a form of a new bid carries. */
export const slotOf = (values: FormValues | undefined) => slotIn(textAt(values ?? {}, "slot"));
