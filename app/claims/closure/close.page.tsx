import { useLoaderData } from "@remix-run/react";
import { closedOn, getAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { closeAward } from "./close-award.server.ts";
import { closureChecklist, evidenceUntil } from "./closure.rules.ts";
import { closureSchema } from "./closure.schema.ts";
import { ClosureChecklist } from "./closure-checklist.tsx";
import { closureFacts } from "./closures.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Close ${data.award.reference}`);

export const loader = loaderFor("award.seal", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.seal", writingPartnerships(partnerships));
  if ((await closedOn(context.db.read, id)) !== null) throw redirectTo(`/awards/${id}`);
  return {
    award: { id, reference, title },
    items: closureChecklist(await closureFacts(context, id)),
    evidenceUntil: evidenceUntil(context.today),
  };
});

export const action = actionFor("award.seal", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(closureSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, closeAward(context, id, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Award closed" }),
  );
});

export default function CloseAward() {
  const { award, items, evidenceUntil } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: closureSchema,
    defaults: { evidenceUntil: dateParts(evidenceUntil) },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Close the award</PageHeading>
      <p className="govuk-body">
        A closed award takes no claim, no spend and no new version. It can be reopened with a reason.
      </p>
      <ClosureChecklist items={items} />
      <Form {...form.props}>
        <Textarea
          {...form.field("evaluation")}
          label="What did the money change, or where is the evaluation kept?"
        />
        <DateInput
          {...form.date("evidenceUntil")}
          legend="Until when has the evidence to be kept?"
          hint="This financial year and six more, unless the agreement says otherwise"
        />
        <Textarea {...form.field("note")} label="Note (optional)" rows={3} />
        <ButtonGroup>
          <Button>Close the award</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
