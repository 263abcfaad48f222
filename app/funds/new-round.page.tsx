import { useLoaderData } from "@remix-run/react";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, type PageArgs, redirectTo } from "#app/platform/page.server.ts";
import { keepsTyped, showsTyped } from "#app/typed-forms/index.server.ts";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
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

export const loader = loaderFor("fund.write", showsTyped(show));
export const action = actionFor("fund.write", keepsTyped(show, act));

async function show({ context, url }: PageArgs) {
  const funds = await listFunds(context);
  return {
    funds: funds.map((fund) => ({ id: fund.id, text: fundText(fund) })),
    fundId: url.searchParams.get("fund") ?? "",
  };
}

async function act({ context, formData }: PageArgs) {
  const form = parseForm(roundSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, addRound(context, form.data), ({ roundId }) =>
    redirectTo(`/rounds/${roundId}`, { message: "Round added" }),
  );
}

export default function NewRound() {
  const { funds, fundId } = useLoaderData<typeof loader>();
  const typed = useTypedForm();
  const form = useFormPage({ schema: roundSchema, defaults: { fundId }, result: typed.result });
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
      <KeptForm form={form} typed={typed} instead="begin anew">
        <RoundFields form={form} funds={funds} />
        <Button>Save round</Button>
      </KeptForm>
    </PageLayout>
  );
}
