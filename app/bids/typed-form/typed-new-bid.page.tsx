import { actionFor, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { keepSentOfItself } from "./typed-form.server.ts";
import { NEW_BID_FORM } from "./typed-form.ts";

/** What is kept of the form is shown in it. */
export const loader = loaderFor("bid.write", () => redirectTo(NEW_BID_FORM));

/** Takes what is typed into the form of a new bid, which its page sends of itself. */
export const action = actionFor("bid.write", async ({ context, formData }) => {
  await keepSentOfItself(context, NEW_BID_FORM, await formData());
  return new Response(null, { status: 204 });
});
