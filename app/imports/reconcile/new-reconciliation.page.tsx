import { useLoaderData } from "@remix-run/react";
import { listFunders, listFunds } from "#app/funds/index.server.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { ListFields } from "./list-fields.tsx";
import { readSentList } from "./list-file.server.ts";
import { takeListSchema, typedListSchema } from "./reconciliation.schema.ts";
import { takeList } from "./take-list.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Reconcile with a funder’s list");

export const loader = loaderFor("list.reconcile", async ({ context }) => {
  const partnerships = await listOwnPartnerships(context);
  const funds = await listFunds(context);
  return {
    partnerships: partnerships.filter(({ id }) => may(context.actor, "list.reconcile", [id])),
    funders: (await listFunders(context)).map(({ id, name }) => ({ id, name })),
    funds: funds.map(({ id, name, funder }) => ({
      id,
      name,
      funder: funder?.name ?? "funder not recorded",
    })),
  };
});

export const action = actionFor("list.reconcile", async ({ context, formData }) => {
  const data = await formData();
  const read = await readSentList(data);
  const typed = parseForm(typedListSchema, data);
  if (!read.ok) return invalid(refuse(typed, { ...(typed.ok ? {} : typed.errors), ...read.errors }));
  const form = parseForm(takeListSchema, read.value.entries);
  // What came as a file is not sent back as if it had been pasted.
  if (!form.ok) return invalid(refuse(typed, form.errors));
  const taken = await takeList(context, form.data, read.value.sent);
  if (!taken.ok) return invalid(refuse(typed, taken.errors));
  return redirectTo(`/reports/reconcile/${taken.value.id}/columns`);
});

export default function NewReconciliation() {
  const { partnerships, funders, funds } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: typedListSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: "/reports/reconcile" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Reconcile">Take a list that a funder published</PageHeading>
      <p className="govuk-body">
        The list is kept as it is. On the next page you say which of its columns holds what; then it is held
        against your awards. Nothing is changed by it.
      </p>
      <Form {...form.props} encType="multipart/form-data">
        <ListFields form={form} partnerships={partnerships} funders={funders} funds={funds} />
        <Button>Continue</Button>
      </Form>
    </PageLayout>
  );
}
