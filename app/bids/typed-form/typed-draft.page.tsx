import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { forgetUnchanged, keepSentOfItself } from "#app/typed-forms/index.server.ts";
import { formValues, textAt } from "#app/ui/forms/form-values.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { draftForm } from "./typed-form.ts";

/** What is kept of the form is shown in it. */
export const loader = loaderFor("register.read", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  return redirectTo(draftForm(bid.id));
});

/** Takes what is typed into the form of a draft, which its page sends of itself. */
export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  const values = formValues(await formData());
  if (textAt(values, "intent") === "unchanged") await forgetUnchanged(context, values);
  else if (bid.status === "draft") await keepSentOfItself(context, draftForm(bid.id), values);
  return new Response(null, { status: 204 });
});
