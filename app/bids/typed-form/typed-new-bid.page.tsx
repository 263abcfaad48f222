import { actionFor, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { forgetUnchanged, keepSentOfItself } from "#app/typed-forms/index.server.ts";
import { formValues, textAt } from "#app/ui/forms/form-values.ts";
import { NEW_BID, newBidForm, slotOf } from "./typed-form.ts";

/** What is kept of the form is shown in it. */
export const loader = loaderFor("bid.write", () => redirectTo(NEW_BID));

/** Takes what is typed into the form of a new bid, which its page sends of itself. */
export const action = actionFor("bid.write", async ({ context, formData }) => {
  const values = formValues(await formData());
  const slot = slotOf(values);
  if (textAt(values, "intent") === "unchanged") await forgetUnchanged(context, values);
  else if (slot !== null) await keepSentOfItself(context, newBidForm(slot), values);
  return new Response(null, { status: 204 });
});
