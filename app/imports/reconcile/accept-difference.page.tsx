import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { acceptDifference } from "./accept-difference.server.ts";
import { ItemsTable } from "./items-table.tsx";
import { acceptSchema } from "./reconciliation.schema.ts";
import { getItem, getReconciliation } from "./reconciliations.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Accept a difference");

export const loader = loaderFor("list.reconcile", async ({ context, params, url }) => {
  const { id, title, partnershipId } = await getReconciliation(context, numericId(params.id));
  requirePermission(context, "list.reconcile", [partnershipId]);
  const item = await getItem(context, id, numericId(params.itemId));
  if (item.kind === "agreed" || item.reason !== null) throw redirectTo(`/reports/reconcile/${id}`);
  const asked = Number(url.searchParams.get("with"));
  const other = Number.isSafeInteger(asked) && asked > 0 ? await getItem(context, id, asked) : null;
  return { id, title, item, other };
});

export const action = actionFor("list.reconcile", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(acceptSchema, await formData());
  if (!form.ok) return invalid(form);
  const itemId = numericId(params.itemId);
  const { kind } = await getItem(context, (await getReconciliation(context, id)).id, itemId);
  const accepted = await acceptDifference(context, id, itemId, form.data.reason, form.data.with);
  if (!accepted.ok) return invalid(refuse(form, accepted.errors));
  return redirectTo(`/reports/reconcile/${id}?show=${kind}`, { message: "Difference accepted" });
});

export default function AcceptDifference() {
  const { id, title, item, other } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: acceptSchema,
    defaults: other ? { with: String(other.id) } : {},
    result: useFormResult(),
  });
  const items = other ? [item, other] : [item];
  const back = `/reports/reconcile/${id}?show=${item.kind}`;
  return (
    <PageLayout backLink={{ href: back }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={title}>{other ? "Accept as the same" : "Accept a difference"}</PageHeading>
      {items.map((each) => (
        <ItemsTable
          key={each.id}
          reconciliationId={id}
          title={title}
          kind={each.kind}
          items={[each]}
          mayAccept={false}
          mayCorrect={false}
        />
      ))}
      <p className="govuk-body">
        {other
          ? "Both stay in the list, each naming the other, with your name and the reason. That cannot be undone."
          : "It stays in the list, with your name and the reason. That cannot be undone."}
      </p>
      <Form {...form.props}>
        {other && <HiddenField name="with" value={form.field("with").defaultValue} />}
        <Textarea {...form.field("reason")} label="Why is it accepted?" />
        <Button>{other ? "Accept as the same" : "Accept the difference"}</Button>
      </Form>
    </PageLayout>
  );
}
