import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/core/calendar-date.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { extendAward } from "./extend-award.server.ts";
import { extensionSchema } from "./extension.ts";

export const handle = { hydrate: true };
export const meta = titled("Extend the award");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, deliveryTo, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  return { award: { id, reference, title, deliveryTo } };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(extensionSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, extendAward(context, id, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Extension recorded" }),
  );
});

export default function ExtendPage() {
  const { award } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: extensionSchema,
    result: useFormResult(),
  });
  const end = award.deliveryTo === null ? "not recorded" : formatDate(award.deliveryTo);
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Extend the award</PageHeading>
      <p className="govuk-body">End of delivery now: {end}</p>
      <Form {...form.props}>
        <DateInput
          {...form.date("deliveryTo")}
          legend="Until when may the money now be used?"
          hint="For example, 30 9 2026. Leave the day empty if you only know the month."
        />
        <Textarea {...form.field("reason")} label="Why was it extended?" />
        <DateInput {...form.date("agreedOn")} legend="When did the funder agree? (optional)" />
        <Input {...form.field("decisionReference")} label="Decision reference (optional)" />
        <ButtonGroup>
          <Button>Record the extension</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
