import { useLoaderData } from "@remix-run/react";
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
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { onHoldWords } from "./hold.rules.ts";
import { liftingSchema } from "./hold.schema.ts";
import { takeOffHold } from "./hold-award.server.ts";
import { findHold } from "./holds.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Take ${data.award.reference} off hold`);

export const loader = loaderFor("award.draft", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  const hold = await findHold(context.db.read, id);
  if (hold === null) throw redirectTo(`/awards/${id}`);
  return { award: { id, reference, title }, hold, today: context.today };
});

export const action = actionFor("award.draft", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(liftingSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, takeOffHold(context, id, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Award taken off hold" }),
  );
});

export default function TakeOffHold() {
  const { award, hold, today } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: liftingSchema,
    defaults: { liftedOn: dateParts(today) },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Take the award off hold</PageHeading>
      <p className="govuk-body">{onHoldWords(hold)}. That stays in its history.</p>
      <Form {...form.props}>
        <DateInput
          {...form.date("liftedOn")}
          legend="From which day is it not on hold any more?"
          hint="For example, 1 10 2026. The day on which it was put on hold, where that was a mistake."
        />
        <Textarea {...form.field("reason")} label="Why does it go on?" rows={3} />
        <ButtonGroup>
          <Button>Take the award off hold</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
