import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { partnershipsWhere } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { parseBidFilters } from "../bid-filters.ts";
import { SORT_WORDS } from "../finding/bid-sorts.ts";
import { chosenFilters } from "../finding/chosen-filters.ts";
import { listFilterChoices } from "../finding/filter-choices.queries.server.ts";
import { saveView } from "./save-view.server.ts";
import { savedViewSchema } from "./saved-view.schema.ts";
import { tidyQuery, viewHref } from "./saved-view.ts";

export const handle = { hydrate: true };
export const meta = titled("Save this view");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const filters = parseBidFilters(url.searchParams);
  const shares = partnershipsWhere(context.actor, "view.share");
  const partnerships = await listOwnPartnerships(context);
  const { by, descending } = filters.sort;
  return {
    query: tidyQuery(url.search),
    chosen: chosenFilters(filters, await listFilterChoices(context, filters)).map(({ text }) => text),
    order: SORT_WORDS[by][descending ? "descending" : "ascending"],
    shared: partnerships
      .filter(({ id }) => shares === null || shares.includes(id))
      .map(({ id, name }) => ({ value: id, text: `The people of ${name}` })),
  };
});

export const action = actionFor("register.read", async ({ context, formData }) => {
  const form = parseForm(savedViewSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await saveView(context, form.data);
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo(result.value.href, { message: "The view has been saved" });
});

export default function SaveView() {
  const { query, chosen, order, shared } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: savedViewSchema, defaults: {}, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: viewHref(query) }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Bids">Save this view</PageHeading>
      <p className="govuk-body">
        {chosen.length === 0 ? "All bids" : chosen.join(", ")}; {order}.
      </p>
      <Form {...form.props}>
        <Input {...form.field("name")} label="What is the view called?" width={30} />
        {shared.length > 0 && (
          <Select {...form.field("partnershipId")} label="Who is it for?" empty="Only me" items={shared} />
        )}
        <HiddenField name="query" value={query} />
        <Button>Save view</Button>
      </Form>
    </PageLayout>
  );
}
