import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { addRound } from "./add-round.server.ts";
import { listFunds } from "./funds.queries.server.ts";
import { fundText } from "./funds.ts";
import { roundSchema } from "./round.schema.ts";
import { RoundFields } from "./round-fields.tsx";

export const handle = { hydrate: true };
export const meta = titled("Add a round");

export const loader = loaderFor("fund.write", async ({ context, url }) => {
  const funds = await listFunds(context);
  return {
    funds: funds.map((fund) => ({ id: fund.id, text: fundText(fund) })),
    fundId: url.searchParams.get("fund") ?? "",
  };
});

export const action = actionFor("fund.write", async ({ context, formData }) => {
  const form = parseForm(roundSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, addRound(context, form.data), ({ roundId }) =>
    redirectTo(`/rounds/${roundId}`, { message: "Round added" }),
  );
});

export default function NewRound() {
  const { funds, fundId } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: roundSchema, defaults: { fundId }, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: "/rounds" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Rounds">Add a round</PageHeading>
      <p className="govuk-body">
        Is its fund not in the list?{" "}
        <a className="govuk-link" href="/funds/new">
          Add the fund first
        </a>
        .
      </p>
      <Form {...form.props}>
        <RoundFields form={form} funds={funds} />
        <Button>Save round</Button>
      </Form>
    </PageLayout>
  );
}
