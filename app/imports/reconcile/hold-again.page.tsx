import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { holdListAgain } from "./hold-again.server.ts";
import { againSchema } from "./reconciliation.schema.ts";
import { getReconciliation } from "./reconciliations.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Hold a list against our awards again");

export const loader = loaderFor("list.reconcile", async ({ context, params }) => {
  const { id, title, partnershipId, columns } = await getReconciliation(context, numericId(params.id));
  requirePermission(context, "list.reconcile", [partnershipId]);
  if (columns === null) throw redirectTo(`/reports/reconcile/${id}/columns`);
  return { id, title };
});

export const action = actionFor("list.reconcile", async ({ context, params, formData }) => {
  const form = parseForm(againSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, holdListAgain(context, numericId(params.id)), ({ id }) =>
    redirectTo(`/reports/reconcile/${id}`, { message: "The list is reconciled again" }),
  );
});

export default function HoldAgain() {
  const { id, title } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: againSchema, defaults: {}, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/reports/reconcile/${id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={title}>Hold the list against our awards again</PageHeading>
      <p className="govuk-body">
        The list is taken as it was sent, with the columns that were chosen, and held against the awards as
        they are now. The result that is there stays.
      </p>
      <Form {...form.props}>
        <Button>Hold it against our awards</Button>
      </Form>
    </PageLayout>
  );
}
