import type { FormValues } from "#app/ui/forms/form-values.ts";

/** What somebody typed into a form and has not sent, or sent and was refused. */
export type TypedForm = {
  values: FormValues;
  /** Instant, ISO UTC. */
  at: string;
};

/** The forms that keep what is typed into them, by their addresses; `…/typed` takes it. */
export const NEW_BID_FORM = "/bids/new";
export const draftForm = (bidId: number) => `/bids/${bidId}/edit`;
