import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getPublished } from "./published.queries.server.ts";
import { withdrawSchema } from "./published.schema.ts";
import { withdrawPublished } from "./withdraw-published.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Withdraw a published report");

export const loader = loaderFor("report.publish", async ({ context, params }) => {
  const { id, title, partnershipId } = await getPublished(context, numericId(params.id));
  requirePermission(context, "report.publish", [partnershipId]);
  return { id, title };
});

export const action = actionFor("report.publish", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(withdrawSchema, await formData());
  if (!form.ok) return invalid(form);
  const withdrawn = await withdrawPublished(context, id, form.data.reason);
  if (!withdrawn.ok) return invalid(refuse(form, withdrawn.errors));
  return redirectTo(`/published/${id}`, { message: "Report withdrawn" });
});

export default function WithdrawPublished() {
  const { id, title } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: withdrawSchema, defaults: {}, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/published/${id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={title}>Withdraw this report</PageHeading>
      <p className="govuk-body">
        It stays where it is, with the day and the reason above it. That cannot be undone.
      </p>
      <Form {...form.props}>
        <Textarea {...form.field("reason")} label="Why is it withdrawn?" />
        <Button warning>Withdraw this report</Button>
      </Form>
    </PageLayout>
  );
}
