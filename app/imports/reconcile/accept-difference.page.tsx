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
import { acceptDifference } from "./accept-difference.server.ts";
import { ItemsTable } from "./items-table.tsx";
import { acceptSchema } from "./reconciliation.schema.ts";
import { getItem, getReconciliation } from "./reconciliations.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Accept a difference");

export const loader = loaderFor("list.reconcile", async ({ context, params }) => {
  const { id, title, partnershipId } = await getReconciliation(context, numericId(params.id));
  requirePermission(context, "list.reconcile", [partnershipId]);
  const item = await getItem(context, id, numericId(params.itemId));
  if (item.kind === "agreed" || item.reason !== null) throw redirectTo(`/reports/reconcile/${id}`);
  return { id, title, item };
});

export const action = actionFor("list.reconcile", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(acceptSchema, await formData());
  if (!form.ok) return invalid(form);
  const itemId = numericId(params.itemId);
  const { kind } = await getItem(context, (await getReconciliation(context, id)).id, itemId);
  const accepted = await acceptDifference(context, id, itemId, form.data.reason);
  if (!accepted.ok) return invalid(refuse(form, accepted.errors));
  return redirectTo(`/reports/reconcile/${id}?show=${kind}`, { message: "Difference accepted" });
});

export default function AcceptDifference() {
  const { id, title, item } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: acceptSchema, result: useFormResult() });
  const back = `/reports/reconcile/${id}?show=${item.kind}`;
  return (
    <PageLayout backLink={{ href: back }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={title}>Accept a difference</PageHeading>
      <ItemsTable
        reconciliationId={id}
        kind={item.kind}
        items={[item]}
        mayAccept={false}
        mayCorrect={false}
      />
      <p className="govuk-body">
        It stays in the list, with your name and the reason. That cannot be undone.
      </p>
      <Form {...form.props}>
        <Textarea {...form.field("reason")} label="Why is it accepted?" />
        <Button>Accept the difference</Button>
      </Form>
    </PageLayout>
  );
}
