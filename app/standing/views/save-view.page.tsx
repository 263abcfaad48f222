import { useLoaderData } from "@remix-run/react";
import { saveView, sharingChoices } from "#app/bids/index.server.ts";
import { SaveViewBody, savedViewSchema } from "#app/bids/index.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { listStandingChoices } from "../standing-choices.queries.server.ts";
import { chosenWords } from "../standing-filter-box.tsx";
import { KIND_NAMES, parseStandingFilters } from "../standing-filters.ts";
import { LIST_OF_STANDING } from "./list-of-standing.ts";

export const handle = { hydrate: true };
export const meta = titled("Save this view of where things stand");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const filters = parseStandingFilters(url.searchParams);
  const chosen = chosenWords(filters, await listStandingChoices(context, filters));
  return {
    query: LIST_OF_STANDING.tidy(url.search),
    words: chosen.length === 0 ? KIND_NAMES.open : chosen.map(({ text }) => text).join(", "),
    shared: await sharingChoices(context),
  };
});

export const action = actionFor("register.read", async ({ context, formData }) => {
  const form = parseForm(savedViewSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await saveView(context, form.data, LIST_OF_STANDING);
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo(result.value.href, { message: "The view has been saved" });
});

export default function SaveStandingView() {
  const { query, words, shared } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: savedViewSchema, defaults: {}, result: useFormResult() });
  const back = LIST_OF_STANDING.href(query);
  return (
    <SaveViewBody form={form} caption="Where things stand" back={back} query={query} shared={shared}>
      {words}.
    </SaveViewBody>
  );
}
