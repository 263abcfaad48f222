import { useLoaderData } from "@remix-run/react";
import { precisionOf } from "#app/core/calendar-date.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { RHYTHM_NAMES, RHYTHMS } from "./return.rules.ts";
import { scheduleSchema } from "./return.schema.ts";
import { scheduleReturns } from "./schedule-returns.server.ts";
export const handle = { hydrate: true };
export const meta = titled("Plan returns");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships, ...award } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  return {
    award: { id, reference, title },
    periodFrom: dayOf(award.deliveryFrom),
    periodTo: dayOf(award.deliveryTo),
  };
});

/** A date that is known to the day; null otherwise. */
function dayOf(date: string | null): string | null {
  return date !== null && precisionOf(date) === "day" ? date : null;
}

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(scheduleSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, scheduleReturns(context, id, form.data), ({ returnIds: { length } }) =>
    redirectTo(`/awards/${id}`, { message: length === 1 ? "1 return planned" : `${length} returns planned` }),
  );
});

export default function PlanReturns() {
  const { award, periodFrom, periodTo } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: scheduleSchema,
    defaults: { periodFrom: dateParts(periodFrom), periodTo: dateParts(periodTo) },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Plan the returns of the award</PageHeading>
      <Form {...form.props}>
        <Radios
          {...form.field("rhythm")}
          legend="How often does the funder ask for a return?"
          items={RHYTHMS.map((rhythm) => ({ value: rhythm, text: RHYTHM_NAMES[rhythm] }))}
        />
        <DateInput {...form.date("periodFrom")} legend="From which day?" hint="For example, 1 10 2026" />
        <DateInput {...form.date("periodTo")} legend="Until which day?" hint="For example, 31 3 2028" />
        <Input
          {...form.field("dueDays")}
          label="How many days after each period is its return due? (optional)"
          hint="Leave it empty for the end of the next month: 31 October and 30 April"
          inputMode="numeric"
          width={3}
        />
        <Button>Plan the returns</Button>
      </Form>
    </PageLayout>
  );
}
