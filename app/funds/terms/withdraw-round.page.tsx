import { useLoaderData } from "@remix-run/react";
import { validityForField } from "#app/partnerships/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
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
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { roundTitle } from "../funds.ts";
import { getRound } from "../rounds.queries.server.ts";
import { getRoundTerms } from "./terms.queries.server.ts";
import { withdrawRound } from "./withdraw-round.server.ts";
import { withdrawnSchema } from "./withdrawn.schema.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Withdrawal of ${data.title}`);

export const loader = loaderFor("fund.write", showsTyped(show));
export const action = actionFor("fund.write", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const id = numericId(params.id);
  const title = roundTitle(await getRound(context, id));
  const { withdrawnOn, withdrawnReason, version } = await getRoundTerms(context, id);
  return { id, title, withdrawnOn, withdrawnReason, version };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const form = parseForm(withdrawnSchema, await formData());
  if (!form.ok) return invalid(form);
  const { version, ...input } = form.data;
  const message = input.withdrawnOn === null ? "The round stands" : "Withdrawal recorded";
  return answerForm(form, withdrawRound(context, id, version, input), () =>
    redirectTo(`/rounds/${id}`, { message }),
  );
}

export default function WithdrawRound() {
  const round = useLoaderData<typeof loader>();
  const typed = useTypedForm();
  const form = useFormPage({
    schema: withdrawnSchema,
    defaults: {
      withdrawnOn: dateParts(validityForField(round.withdrawnOn, "from")),
      withdrawnReason: round.withdrawnReason ?? "",
      version: String(round.version),
    },
    result: typed.result,
  });
  return (
    <PageLayout backLink={{ href: `/rounds/${round.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={round.title}>Has the funder withdrawn the round?</PageHeading>
      <KeptForm form={form} typed={typed}>
        <DateInput
          {...form.date("withdrawnOn")}
          legend="When was it withdrawn?"
          hint="For example, 3 5 2026. Leave the day empty if you only know the month. Leave all empty if the round stands."
        />
        <Textarea {...form.field("withdrawnReason")} label="What did the funder say? (optional)" />
        <Button>Save</Button>
      </KeptForm>
    </PageLayout>
  );
}
