import { useLoaderData } from "@remix-run/react";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { parseBidFilters } from "../bid-filters.ts";
import { SORT_WORDS } from "../finding/bid-sorts.ts";
import { chosenFilters } from "../finding/chosen-filters.ts";
import { listFilterChoices } from "../finding/filter-choices.queries.server.ts";
import { saveView } from "./save-view.server.ts";
import { SaveViewBody } from "./save-view-body.tsx";
import { savedViewSchema } from "./saved-view.schema.ts";
import { LIST_OF_BIDS } from "./saved-view.ts";
import { sharingChoices } from "./sharing.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Save this view");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const filters = parseBidFilters(url.searchParams);
  const { by, descending } = filters.sort;
  return {
    query: LIST_OF_BIDS.tidy(url.search),
    chosen: chosenFilters(filters, await listFilterChoices(context, filters)).map(({ text }) => text),
    order: SORT_WORDS[by][descending ? "descending" : "ascending"],
    shared: await sharingChoices(context),
  };
});

export const action = actionFor("register.read", async ({ context, formData }) => {
  const form = parseForm(savedViewSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await saveView(context, form.data, LIST_OF_BIDS);
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo(result.value.href, { message: "The view has been saved" });
});

export default function SaveView() {
  const { query, chosen, order, shared } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: savedViewSchema, defaults: {}, result: useFormResult() });
  return (
    <SaveViewBody form={form} caption="Bids" back={LIST_OF_BIDS.href(query)} query={query} shared={shared}>
      {chosen.length === 0 ? "All bids" : chosen.join(", ")}; {order}.
    </SaveViewBody>
  );
}
