import { useLoaderData } from "@remix-run/react";
import { closedOn, getAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { reopenAward } from "./close-award.server.ts";
import { reopeningSchema } from "./closure.schema.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Reopen ${data.award.reference}`);

export const loader = loaderFor("award.seal", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.seal", writingPartnerships(partnerships));
  const day = await closedOn(context.db.read, id);
  if (day === null) throw redirectTo(`/awards/${id}`);
  return { award: { id, reference, title }, day };
});

export const action = actionFor("award.seal", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(reopeningSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, reopenAward(context, id, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Award reopened" }),
  );
});

export default function ReopenAward() {
  const { award, day } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: reopeningSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Reopen the award</PageHeading>
      <p className="govuk-body">It was closed on {formatDate(day)}. That stays in its history.</p>
      <Form {...form.props}>
        <Textarea {...form.field("reason")} label="Why is it reopened?" rows={3} />
        <Button>Reopen the award</Button>
      </Form>
    </PageLayout>
  );
}
