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
import { addFund } from "./add-fund.server.ts";
import { fundSchema } from "./fund.schema.ts";
import { FundFields } from "./fund-fields.tsx";
import { listFunders } from "./funders.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Add a fund");

export const loader = loaderFor("fund.write", async ({ context, url }) => {
  const funders = await listFunders(context);
  return {
    funders: funders.map(({ id, name }) => ({ id, name })),
    funderId: url.searchParams.get("funder") ?? "",
  };
});

export const action = actionFor("fund.write", async ({ context, formData }) => {
  const form = parseForm(fundSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, addFund(context, form.data), ({ fundId }) =>
    redirectTo(`/funds/${fundId}`, { message: "Fund added" }),
  );
});

export default function NewFund() {
  const { funders, funderId } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: fundSchema, defaults: { funderId }, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: "/funders" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Funds">Add a fund</PageHeading>
      <Form {...form.props}>
        <FundFields form={form} funders={funders} />
        <Button>Save fund</Button>
      </Form>
    </PageLayout>
  );
}
