import { useLoaderData } from "@remix-run/react";
import { getAward, requireOpenAward } from "#app/awards/index.server.ts";
import { notYetKnownWords, writingPartnerships } from "#app/awards/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { moneyOfAward } from "../spend/money-of-award.queries.server.ts";
import { recordRepayment, takeBackRepayment } from "./record-repayment.server.ts";
import { dueWords, isRepaymentAction, REPAYMENT_SCHEMAS, type RepaymentAction } from "./repayment.ts";
import { listRepayments } from "./repayments.queries.server.ts";

const WORDS: Record<RepaymentAction, { label: string; done: string }> = {
  record: { label: "Record a repayment", done: "Repayment recorded" },
  "take-back": { label: "Take back the last repayment", done: "Repayment taken back" },
};

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => WORDS[data.step].label);

export const loader = loaderFor("claim.sign", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "claim.sign", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  const { length } = await listRepayments(context.db.read, id);
  const { due } = await moneyOfAward(context, id);
  return { award: { id, reference, title }, version: length, due, step: stepOf(params.action) };
});

export const action = actionFor("claim.sign", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const step = stepOf(params.action);
  const data = await formData();
  const done = () => redirectTo(`/awards/${id}/spend`, { message: WORDS[step].done });
  if (step === "record") {
    const form = parseForm(REPAYMENT_SCHEMAS.record, data);
    return form.ok ? answerForm(form, recordRepayment(context, id, form.data), done) : invalid(form);
  }
  const form = parseForm(REPAYMENT_SCHEMAS["take-back"], data);
  return form.ok ? answerForm(form, takeBackRepayment(context, id, form.data), done) : invalid(form);
});

function stepOf(text: string | undefined): RepaymentAction {
  if (!isRepaymentAction(text)) throw new NotFoundError("No such action");
  return text;
}

export default function RepaymentPage() {
  const { award, version, due, step } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: REPAYMENT_SCHEMAS[step],
    defaults: step === "record" ? {} : { version: String(version) },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/spend` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>{WORDS[step].label}</PageHeading>
      <Form {...form.props}>
        {step === "record" ? (
          <>
            <p className="govuk-body">{dueWords(due)}.</p>
            {due.notYetKnown.length > 0 && (
              <InsetText>{notYetKnownWords(due.notYetKnown).join(" ")}</InsetText>
            )}
            <MoneyInput {...form.field("amountPence")} label="How much went back, in pounds?" />
            <DateInput
              {...form.date("repaidOn")}
              legend="On what date? (optional)"
              hint="For example, 31 8 2026. Leave it empty for today."
            />
            <Input {...form.field("reference")} label="Reference (optional)" width={20} />
            <Textarea
              {...form.field("reason")}
              label="Why did it go back? (optional)"
              hint="Needed where more goes back than that."
              rows={3}
            />
          </>
        ) : (
          <Textarea {...form.field("reason")} label="Why was it wrong?" rows={3} />
        )}
        <ButtonGroup>
          <Button>{WORDS[step].label}</Button>
          <a className="govuk-link" href={`/awards/${award.id}/spend`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
