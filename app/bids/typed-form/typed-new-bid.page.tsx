import { actionFor, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { takeTyped } from "#app/typed-forms/index.server.ts";
import { formValues } from "#app/ui/forms/form-values.ts";
import { NEW_BID, newBidForm, slotOf } from "./typed-form.ts";

/** What is kept of the form is shown in it. */
export const loader = loaderFor("bid.write", () => redirectTo(NEW_BID));

/** Takes what is typed into the form of a new bid, which its page sends of itself. */
export const action = actionFor("bid.write", async ({ context, formData }) => {
  const values = formValues(await formData());
  const slot = slotOf(values);
  return takeTyped(context, slot && newBidForm(slot), values);
});
