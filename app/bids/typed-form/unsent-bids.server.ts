import type { Context } from "#app/platform/context.server.ts";
import { listTypedForms } from "#app/typed-forms/index.server.ts";
import { textAt } from "#app/ui/forms/form-values.ts";
import { newBidForm, type UnsentBid } from "./typed-form.ts";

/** The bids that the actor began to type and has not sent, the latest first. */
export async function listUnsentBids(context: Context): Promise<UnsentBid[]> {
  const begun = newBidForm("");
  const typed = await listTypedForms(context, begun);
  return typed.map(({ form, values, at }) => ({
    slot: form.slice(begun.length),
    title: textAt(values, "title"),
    at,
  }));
}
