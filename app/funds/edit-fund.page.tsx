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
import { changeFund } from "./change-fund.server.ts";
import { FUNDER_NOT_RECORDED, fundSchema } from "./fund.schema.ts";
import { FundFields } from "./fund-fields.tsx";
import { listFunders } from "./funders.queries.server.ts";
import { getFund } from "./funds.queries.server.ts";
import { versionSchema } from "./version.schema.ts";

const schema = fundSchema.and(versionSchema);

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Change ${data.fund.name}`);

export const loader = loaderFor("fund.write", async ({ context, params }) => {
  const fund = await getFund(context, numericId(params.id));
  if (fund.mergedInto) throw redirectTo(`/funds/${fund.id}`);
  const funders = await listFunders(context);
  return { fund, funders: funders.map(({ id, name }) => ({ id, name })) };
});

export const action = actionFor("fund.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(schema, await formData());
  if (!form.ok) return invalid(form);
  const { version, ...input } = form.data;
  return answerForm(form, changeFund(context, id, version, input), () =>
    redirectTo(`/funds/${id}`, { message: "Fund changed" }),
  );
});

export default function EditFund() {
  const { fund, funders } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema,
    defaults: {
      name: fund.name,
      funderId: String(fund.funder?.id ?? FUNDER_NOT_RECORDED),
      description: fund.description ?? "",
      version: String(fund.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/funds/${fund.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={fund.name}>Change fund</PageHeading>
      <Form {...form.props}>
        <FundFields
          form={form}
          funders={funders}
          funderHint="Money already recorded stays with the funder that it was recorded under"
        />
        <Button>Save fund</Button>
      </Form>
    </PageLayout>
  );
}
