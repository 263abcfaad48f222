import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
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
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { answerClarification } from "./answer-clarification.server.ts";
import { answerSchema } from "./clarification.schema.ts";
import { listClarifications } from "./clarifications.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Answer the funder");

export const loader = loaderFor("register.read", showsTyped(show));
export const action = actionFor("register.read", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const bid = await getBid(context, numericId(params.id));
  const id = numericId(params.clarificationId);
  const asked = (await listClarifications(context.db.read, bid.id)).find((one) => one.id === id);
  if (!asked) throw new NotFoundError(`No clarification ${id}`);
  requirePermission(context, "bid.write", writablePartnerships(bid));
  if (asked.answeredOn !== null) throw redirectTo(`/bids/${bid.id}`);
  return { bid, asked };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const form = parseForm(answerSchema, await formData());
  if (!form.ok) return invalid(form);
  const answered = answerClarification(context, id, numericId(params.clarificationId), form.data);
  return answerForm(form, answered, ({ left }) =>
    redirectTo(`/bids/${id}`, { message: left === 0 ? "Answered. Nothing else is open" : "Answered" }),
  );
}

export default function AnswerClarification() {
  const { bid, asked } = useLoaderData<typeof loader>();
  const typed = useTypedForm();
  const form = useFormPage({
    schema: answerSchema,
    defaults: { version: String(bid.version) },
    result: typed.result,
  });
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Answer the funder</PageHeading>
      <SummaryList
        rows={[
          { key: "The funder asks", value: asked.question },
          { key: "Asked", value: <DateText date={asked.askedOn} /> },
          asked.dueOn !== null && { key: "Answer due", value: <DateText date={asked.dueOn} /> },
        ]}
      />
      <KeptForm form={form} typed={typed}>
        <Textarea {...form.field("answer")} label="What did you answer?" />
        <DateInput
          {...form.date("answeredOn")}
          legend="On what date? (optional)"
          hint="For example, 31 8 2026. Leave it empty for today."
        />
        <ButtonGroup>
          <Button>Save the answer</Button>
          <a className="govuk-link" href={`/bids/${bid.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}
