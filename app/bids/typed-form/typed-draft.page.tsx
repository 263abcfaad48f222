import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { takeTyped } from "#app/typed-forms/index.server.ts";
import { formValues } from "#app/ui/forms/form-values.ts";
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
  const form = bid.status === "draft" ? draftForm(bid.id) : null;
  return takeTyped(context, form, formValues(await formData()));
});
