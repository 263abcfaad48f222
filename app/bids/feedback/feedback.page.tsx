import { useLoaderData } from "@remix-run/react";
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
import { Input } from "#app/ui/govuk/input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { wasSubmitted } from "../submission/correct-submission.server.ts";
import { findFeedback } from "./feedback.queries.server.ts";
import { feedbackSchema } from "./feedback.schema.ts";
import { recordFeedback } from "./record-feedback.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Feedback and lessons");

export const loader = loaderFor("register.read", showsTyped(show));
export const action = actionFor("register.read", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  if (!wasSubmitted(bid)) throw redirectTo(`/bids/${bid.id}`);
  return { bid, feedback: await findFeedback(context, bid.id) };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const form = parseForm(feedbackSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, recordFeedback(context, id, form.data), () =>
    redirectTo(`/bids/${id}`, { message: "Feedback saved" }),
  );
}

export default function FeedbackPage() {
  const { bid, feedback } = useLoaderData<typeof loader>();
  const text = (value: string | number | null | undefined) => String(value ?? "");
  const typed = useTypedForm();
  const form = useFormPage({
    schema: feedbackSchema,
    defaults: {
      version: String(feedback?.version ?? 0),
      rankValue: text(feedback?.ranked),
      rankOfValue: text(feedback?.rankedOf),
      rankedOn: dateParts(feedback?.rankedOn),
      feedback: text(feedback?.feedback),
      lessons: text(feedback?.lessons),
    },
    result: typed.result,
  });
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Feedback and lessons</PageHeading>
      <KeptForm form={form} typed={typed}>
        <Textarea {...form.field("feedback")} label="What did the funder say about the bid? (optional)" />
        <Textarea
          {...form.field("lessons")}
          label="What would you do differently? (optional)"
          hint="It is listed under Lessons, by funder and fund, for whoever writes the next bid"
        />
        <h2 className="govuk-heading-m">If the bids were ranked before the funder decided</h2>
        <Input
          {...form.field("rankValue")}
          label="What place was it given? (optional)"
          inputMode="numeric"
          width={4}
        />
        <Input
          {...form.field("rankOfValue")}
          label="Of how many bids? (optional)"
          inputMode="numeric"
          width={4}
        />
        <DateInput
          {...form.date("rankedOn")}
          legend="When was it ranked? (optional)"
          hint="For example, 31 8 2026. Leave the day empty if you only know the month."
        />
        <ButtonGroup>
          <Button>Save</Button>
          <a className="govuk-link" href={`/bids/${bid.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}
