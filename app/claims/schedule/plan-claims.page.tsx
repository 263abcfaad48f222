import { useLoaderData } from "@remix-run/react";
import { getAward, requireOpenAward } from "#app/awards/index.server.ts";
import { RHYTHM_NAMES, RHYTHMS, writingPartnerships } from "#app/awards/index.ts";
import { precisionOf } from "#app/core/calendar-date.ts";
import { poundsForField } from "#app/core/money.ts";
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
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { PAYMENT_WORDS } from "../claim.ts";
import { planClaims } from "./plan-claims.server.ts";
import { findSchedule } from "./schedule.queries.server.ts";
import { claimScheduleSchema } from "./schedule.schema.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Plan the claims on ${data.award.reference}`);

export const loader = loaderFor("claim.write", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  requirePermission(context, "claim.write", writingPartnerships(award.partnerships));
  await requireOpenAward(context, award.id);
  const schedule = await findSchedule(context.db.read, award.id);
  const dayOf = (date: string | null) => (date !== null && precisionOf(date) === "day" ? date : null);
  return {
    award: { id: award.id, reference: award.reference, title: award.title },
    schedule,
    periodFrom: schedule?.periodFrom ?? dayOf(award.deliveryFrom),
    periodTo: schedule?.periodTo ?? dayOf(award.deliveryTo),
  };
});

export const action = actionFor("claim.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(claimScheduleSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, planClaims(context, id, form.data), ({ dues }) =>
    redirectTo(`/awards/${id}/claims`, {
      message: dues === 1 ? "1 claim planned" : `${dues} claims planned`,
    }),
  );
});

export default function PlanClaims() {
  const { award, schedule, periodFrom, periodTo } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: claimScheduleSchema,
    defaults: {
      version: String(schedule?.version ?? 0),
      rhythm: schedule?.rhythm ?? "",
      payment: schedule?.payment ?? "",
      unit: schedule?.unit ?? "",
      unitPence: poundsForField(schedule?.unitPence ?? null),
      periodFrom: dateParts(periodFrom),
      periodTo: dateParts(periodTo),
      dueDays: String(schedule?.dueDays ?? ""),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/claims` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>When are claims due?</PageHeading>
      <Form {...form.props}>
        <Radios
          {...form.field("rhythm")}
          legend="How often does the funder ask for a claim?"
          items={RHYTHMS.map((rhythm) => ({ value: rhythm, text: RHYTHM_NAMES[rhythm] }))}
        />
        <Radios
          {...form.field("payment")}
          legend="How does the funder pay?"
          items={Object.entries(PAYMENT_WORDS).map(([value, text]) => ({ value, text }))}
        />
        <Input
          {...form.field("unit")}
          label="What is one result? (optional)"
          hint="Only where the funder pays by results, for example family"
          width={20}
        />
        <MoneyInput {...form.field("unitPence")} label="At what price each, in pounds? (optional)" />
        <DateInput {...form.date("periodFrom")} legend="From which day?" hint="For example, 1 4 2026" />
        <DateInput {...form.date("periodTo")} legend="Until which day?" hint="For example, 31 3 2028" />
        <Input
          {...form.field("dueDays")}
          label="How many days after each period is its claim due? (optional)"
          hint="In advance: how many days before it. Leave it empty for the end of the next month, in advance for the first day"
          inputMode="numeric"
          width={3}
        />
        <ButtonGroup>
          <Button>Plan the claims</Button>
          <a className="govuk-link" href={`/awards/${award.id}/claims`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
