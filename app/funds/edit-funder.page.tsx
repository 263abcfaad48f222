import { useLoaderData } from "@remix-run/react";
import { validityForField } from "#app/partnerships/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { changeFunder } from "./change-funder.server.ts";
import { funderSchema } from "./funder.schema.ts";
import { FunderFields } from "./funder-fields.tsx";
import { getFunder, listFunders } from "./funders.queries.server.ts";
import { versionSchema } from "./version.schema.ts";

const schema = funderSchema.and(versionSchema);

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Change ${data.funder.name}`);

export const loader = loaderFor("fund.write", async ({ context, params }) => {
  const funder = await getFunder(context, numericId(params.id));
  if (funder.mergedInto) throw redirectTo(`/funders/${funder.id}`);
  const others = (await listFunders(context)).filter(({ id }) => id !== funder.id);
  return { funder, others: others.map(({ id, name }) => ({ id, name })) };
});

export const action = actionFor("fund.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(schema, await formData());
  if (!form.ok) return invalid(form);
  const { version, ...input } = form.data;
  return answerForm(form, changeFunder(context, id, version, input), () =>
    redirectTo(`/funders/${id}`, { message: "Funder changed" }),
  );
});

export default function EditFunder() {
  const { funder, others } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema,
    defaults: {
      name: funder.name,
      validFrom: dateParts(validityForField(funder.validFrom, "from")),
      validTo: dateParts(validityForField(funder.validTo, "to")),
      successorId: String(funder.successor?.id ?? ""),
      note: funder.note ?? "",
      version: String(funder.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/funders/${funder.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={funder.name}>Change funder</PageHeading>
      <Form {...form.props}>
        <FunderFields form={form} funders={others} />
        <Button>Save funder</Button>
      </Form>
    </PageLayout>
  );
}
