import { useLoaderData } from "@remix-run/react";
import { getAward, requireOpenAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { formatDate } from "#app/core/calendar-date.ts";
import { poundsForField } from "#app/core/money.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { correctSpend } from "./record-spend.server.ts";
import { getSpend } from "./spend.queries.server.ts";
import { correctionSchema } from "./spend.schema.ts";
import { partWords } from "./spend-words.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Correct spend ${data.entry.number}`);

export const loader = loaderFor("claim.write", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  const entry = await getSpend(context.db.read, id, numericId(params.spendId));
  requirePermission(context, "claim.write", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  return { award: { id, reference, title }, entry };
});

export const action = actionFor("claim.write", async ({ context, params, formData }) => {
  const ids = { awardId: numericId(params.id), spendId: numericId(params.spendId) };
  const form = parseForm(correctionSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, correctSpend(context, ids, form.data), () =>
    redirectTo(`/awards/${ids.awardId}/spend`, { message: "Spend corrected" }),
  );
});

export default function CorrectSpend() {
  const { award, entry } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: correctionSchema,
    defaults: {
      version: String(entry.corrections.length + 1),
      amountPence: poundsForField(entry.currentPence),
      evidence: entry.corrections.at(-1)?.evidence ?? "",
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/spend` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Correct spend {entry.number}</PageHeading>
      <SummaryList
        rows={[
          { key: "Period", value: `${formatDate(entry.periodFrom)} to ${formatDate(entry.periodTo)}` },
          { key: "Of what", value: partWords(entry) },
          { key: "Spent", value: <Money pence={entry.currentPence} /> },
        ]}
      />
      <p className="govuk-body">
        What is recorded stays. What was wrong about the period, stream or project: correct it to £0, and
        record it again.
      </p>
      <Form {...form.props}>
        <MoneyInput {...form.field("amountPence")} label="How much was spent, in pounds?" />
        <Textarea {...form.field("reason")} label="Why was it wrong?" rows={3} />
        <Textarea {...form.field("evidence")} label="What shows it? (optional)" rows={2} />
        <ButtonGroup>
          <Button>Record the correction</Button>
          <a className="govuk-link" href={`/awards/${award.id}/spend`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
