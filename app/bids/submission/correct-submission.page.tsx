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
import { correctSubmission, wasSubmitted } from "./correct-submission.server.ts";
import { SendingFields } from "./sending-fields.tsx";
import { correctionSchema } from "./submission.schema.ts";
import { listSubmissions } from "./submissions.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Correct how it was submitted");

export const loader = loaderFor("register.read", showsTyped(show));
export const action = actionFor("register.read", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const bid = await getBid(context, numericId(params.id));
  requirePermission(context, "bid.write", writablePartnerships(bid));
  if (!wasSubmitted(bid)) throw redirectTo(`/bids/${bid.id}`);
  const [submission = null] = await listSubmissions(context.db.read, bid.id);
  return { bid, submission };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const form = parseForm(correctionSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, correctSubmission(context, id, form.data), () =>
    redirectTo(`/bids/${id}/submission`, { message: "Submission corrected" }),
  );
}

export default function CorrectSubmission() {
  const { bid, submission } = useLoaderData<typeof loader>();
  const typed = useTypedForm();
  const form = useFormPage({
    schema: correctionSchema,
    defaults: {
      version: String(bid.version),
      submittedOn: dateParts(bid.submittedOn),
      sentTime: submission?.submittedTime ?? "",
      sentBy: submission?.sentBy ?? "",
      channel: submission?.channel ?? "",
      reference: submission?.funderReference ?? "",
      reason: submission?.correctionReason ?? "",
    },
    result: typed.result,
  });
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}/submission` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Correct how it was submitted</PageHeading>
      <KeptForm form={form} typed={typed}>
        <DateInput
          {...form.date("submittedOn")}
          legend="When was it submitted?"
          hint="For example, 31 8 2026. Leave the day empty if you only know the month."
        />
        <SendingFields form={form} />
        <Input
          {...form.field("reference")}
          label="The funder’s reference for the bid (optional)"
          width={20}
        />
        <Textarea
          {...form.field("reason")}
          label="What was wrong?"
          hint="Or where it is recorded: the letter, the email, the portal"
        />
        <ButtonGroup>
          <Button>Save the correction</Button>
          <a className="govuk-link" href={`/bids/${bid.id}/submission`}>
            Cancel
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}
