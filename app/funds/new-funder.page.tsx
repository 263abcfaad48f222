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
import { addFunder } from "./add-funder.server.ts";
import { funderSchema } from "./funder.schema.ts";
import { FunderFields } from "./funder-fields.tsx";
import { listFunders } from "./funders.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Add a funder");

export const loader = loaderFor("fund.write", async ({ context }) => {
  const funders = await listFunders(context);
  return { funders: funders.map(({ id, name }) => ({ id, name })) };
});

export const action = actionFor("fund.write", async ({ context, formData }) => {
  const form = parseForm(funderSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, addFunder(context, form.data), ({ funderId }) =>
    redirectTo(`/funders/${funderId}`, { message: "Funder added" }),
  );
});

export default function NewFunder() {
  const { funders } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: funderSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: "/funders" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Funders">Add a funder</PageHeading>
      <Form {...form.props}>
        <FunderFields form={form} funders={funders} />
        <Button>Save funder</Button>
      </Form>
    </PageLayout>
  );
}
