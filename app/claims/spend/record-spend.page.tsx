import { useLoaderData } from "@remix-run/react";
import { getAward, requireOpenAward } from "#app/awards/index.server.ts";
import { sharingPartnerships, writingPartnerships } from "#app/awards/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { valueAt } from "#app/ui/forms/form-values.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { withOneMoreLine } from "../claim-form.rules.ts";
import { ClaimLineFields } from "../claim-line-fields.tsx";
import { moneyOfAward } from "./money-of-award.queries.server.ts";
import { recordSpend } from "./record-spend.server.ts";
import { linesToSpend } from "./spend.rules.ts";
import { MAX_SPEND_LINES, spendSchema } from "./spend.schema.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Record spend of ${data.award.reference}`);

export const loader = loaderFor("claim.write", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "claim.write", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  const projects = await listProjects(context, { partnershipIds: sharingPartnerships(partnerships) });
  const { lines } = await moneyOfAward(context, id);
  return {
    award: { id, reference, title },
    lines: linesToSpend(lines),
    projects: projects.map(({ id, name }) => ({ id, name })),
  };
});

export const action = actionFor("claim.write", async ({ context, params, formData }) => {
  const awardId = numericId(params.id);
  const data = await formData();
  const form = parseForm(spendSchema, data);
  if (data.get("intent") === "add") return invalid(refuse({ values: withOneMoreLine(form.values) }, {}));
  if (!form.ok) return invalid(form);
  return answerForm(form, recordSpend(context, awardId, form.data), () =>
    redirectTo(`/awards/${awardId}/spend`, { message: "Spend recorded" }),
  );
});

export default function RecordSpend() {
  const { award, lines, projects } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: spendSchema, defaults: { lines }, result: useFormResult() });
  const rows = valueAt(form.values, "lines");
  const places = Array.isArray(rows) ? rows.map((_, index) => index) : [];
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/spend` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Record what was spent</PageHeading>
      <p className="govuk-body">
        Leave out what was paid to delivery organisations as onward grants: that counts by itself.
      </p>
      <Form {...form.props}>
        <DateInput
          {...form.date("periodFrom")}
          legend="What is the first day of the period?"
          hint="For example, 1 4 2026"
        />
        <DateInput
          {...form.date("periodTo")}
          legend="What is the last day of the period?"
          hint="In the same financial year, for example, 30 6 2026"
        />
        <h2 className="govuk-heading-m">What was spent</h2>
        <p className="govuk-body">A line without an amount is left out.</p>
        {places.map((place) => (
          <ClaimLineFields key={place} form={form} index={place} projects={projects} />
        ))}
        <Textarea
          {...form.field("evidence")}
          label="What shows it?"
          hint="For example, the ledger report of 4 July, attached to the award"
          rows={2}
        />
        <Textarea
          {...form.field("reason")}
          label="Why is it recorded now? (optional)"
          hint="Needed where the return for this period was sent already, or as much is recorded for it"
          rows={2}
        />
        <ButtonGroup>
          <Button>Record spend</Button>
          {places.length < MAX_SPEND_LINES && (
            <Button name="intent" value="add" secondary formNoValidate>
              Add another line
            </Button>
          )}
          <a className="govuk-link" href={`/awards/${award.id}/spend`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
