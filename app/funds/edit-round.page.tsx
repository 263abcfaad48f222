import { useLoaderData } from "@remix-run/react";
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
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { changeRound } from "./change-round.server.ts";
import { listFunds } from "./funds.queries.server.ts";
import { fundText, roundTitle } from "./funds.ts";
import { roundSchema } from "./round.schema.ts";
import { RoundFields } from "./round-fields.tsx";
import { roundFormValues } from "./round-form-values.ts";
import { getRound } from "./rounds.queries.server.ts";
import { versionSchema } from "./version.schema.ts";

const schema = roundSchema.and(versionSchema);

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Change ${roundTitle(data.round)}`);

export const loader = loaderFor("fund.write", showsTyped(show));
export const action = actionFor("fund.write", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const round = await getRound(context, numericId(params.id));
  const funds = await listFunds(context);
  return { round, funds: funds.map((fund) => ({ id: fund.id, text: fundText(fund) })) };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const form = parseForm(schema, await formData());
  if (!form.ok) return invalid(form);
  const { version, ...input } = form.data;
  return answerForm(form, changeRound(context, id, version, input), () =>
    redirectTo(`/rounds/${id}`, { message: "Round changed" }),
  );
}

export default function EditRound() {
  const { round, funds } = useLoaderData<typeof loader>();
  const defaults = { ...roundFormValues(round), version: String(round.version) };
  const typed = useTypedForm();
  const form = useFormPage({ schema, defaults, result: typed.result });
  return (
    <PageLayout backLink={{ href: `/rounds/${round.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={roundTitle(round)}>Change round</PageHeading>
      <KeptForm form={form} typed={typed}>
        <RoundFields form={form} funds={funds} />
        <Button>Save round</Button>
      </KeptForm>
    </PageLayout>
  );
}
