import { useLoaderData } from "@remix-run/react";
import { listAttachmentChoices } from "#app/attachments/index.server.ts";
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
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { holdSchema } from "./hold.schema.ts";
import { putOnHold } from "./hold-award.server.ts";
import { findHold } from "./holds.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Put ${data.award.reference} on hold`);

export const loader = loaderFor("award.draft", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  if ((await findHold(context.db.read, id)) !== null) throw redirectTo(`/awards/${id}`);
  return {
    award: { id, reference, title },
    documents: await listAttachmentChoices(context, { awardId: id }),
    today: context.today,
  };
});

export const action = actionFor("award.draft", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(holdSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, putOnHold(context, id, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Award put on hold" }),
  );
});

export default function HoldAward() {
  const { award, documents, today } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: holdSchema,
    defaults: { heldFrom: dateParts(today) },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Put the award on hold</PageHeading>
      <p className="govuk-body">
        Everybody who sees the award sees that it is on hold, and why. What it owes its funder stays due, and
        claims and payments are warned of, not refused.
      </p>
      <Form {...form.props}>
        <DateInput
          {...form.date("heldFrom")}
          legend="From which day is it on hold?"
          hint="For example, 6 8 2026. Not a day in the future."
        />
        <Textarea
          {...form.field("reason")}
          label="Why is it on hold?"
          hint="It stands beside the status. For example, the funder reviews the scheme."
          rows={3}
        />
        {documents.length > 0 && (
          <Select
            {...form.field("attachmentId")}
            label="Which document says so? (optional)"
            hint="One that is attached to the award"
            empty="None"
            items={documents}
          />
        )}
        <ButtonGroup>
          <Button>Put the award on hold</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
