import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/core/calendar-date.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import {
  actionFor,
  invalid,
  loaderFor,
  numericId,
  type PageArgs,
  redirectTo,
} from "#app/platform/page.server.ts";
import { keepsTyped, showsTyped } from "#app/typed-forms/index.server.ts";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getNotBid } from "./not-bidding.queries.server.ts";
import { takingBackSchema } from "./not-bidding.schema.ts";
import { takeBackDecision } from "./take-back-decision.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Take back a decision not to bid");

export const loader = loaderFor("bid.write", showsTyped(show));
export const action = actionFor("bid.write", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const decision = await getNotBid(context, numericId(params.id));
  requirePermission(context, "bid.write", [decision.partnership.id]);
  if (decision.takenBack !== null) throw redirectTo(`/rounds/${decision.round.id}`);
  return { decision, today: context.today };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const form = parseForm(takingBackSchema, await formData());
  if (!form.ok) return invalid(form);
  const { round } = await getNotBid(context, id);
  return answerForm(form, takeBackDecision(context, id, form.data), () =>
    redirectTo(`/rounds/${round.id}`, { message: "Decision not to bid taken back" }),
  );
}

export default function TakeBackDecision() {
  const { decision, today } = useLoaderData<typeof loader>();
  const typed = useTypedForm();
  const form = useFormPage({
    schema: takingBackSchema,
    defaults: { takenBackOn: dateParts(today) },
    result: typed.result,
  });
  const { round, fund, partnership, decidedOn, reason } = decision;
  return (
    <PageLayout backLink={{ href: `/rounds/${round.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${fund}: ${round.name}`}>Take back the decision not to bid</PageHeading>
      <InsetText>
        {partnership.name} decided on {formatDate(decidedOn)} not to bid: {reason}
      </InsetText>
      <p className="govuk-body">The decision stays in the register, with why it was taken back.</p>
      <KeptForm form={form} typed={typed}>
        <DateInput
          {...form.date("takenBackOn")}
          legend="When was it taken back?"
          hint="For example, 10 8 2026"
        />
        <Textarea
          {...form.field("reason")}
          label="Why was it taken back?"
          hint="For example, a partner found the match funding"
          rows={3}
        />
        <ButtonGroup>
          <Button>Take the decision back</Button>
          <a className="govuk-link" href={`/rounds/${round.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}
