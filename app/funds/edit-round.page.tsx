import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
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

export const loader = loaderFor("fund.write", async ({ context, params }) => {
  const round = await getRound(context, numericId(params.id));
  const funds = await listFunds(context);
  return { round, funds: funds.map((fund) => ({ id: fund.id, text: fundText(fund) })) };
});

export const action = actionFor("fund.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(schema, await formData());
  if (!form.ok) return invalid(form);
  const { version, ...input } = form.data;
  return answerForm(form, changeRound(context, id, version, input), () =>
    redirectTo(`/rounds/${id}`, { message: "Round changed" }),
  );
});

export default function EditRound() {
  const { round, funds } = useLoaderData<typeof loader>();
  const defaults = { ...roundFormValues(round), version: String(round.version) };
  const form = useFormPage({ schema, defaults, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/rounds/${round.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={roundTitle(round)}>Change round</PageHeading>
      <Form {...form.props}>
        <RoundFields form={form} funds={funds} />
        <Button>Save round</Button>
      </Form>
    </PageLayout>
  );
}
