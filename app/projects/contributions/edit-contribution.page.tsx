import { useLoaderData } from "@remix-run/react";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { poundsForField } from "#app/core/money.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getProject } from "../projects.queries.server.ts";
import { contributionSchema } from "./contribution.schema.ts";
import { ContributionFields } from "./contribution-fields.tsx";
import { getContribution } from "./contributions.queries.server.ts";
import { changeContribution } from "./save-contribution.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Change an own contribution");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, name, partnershipId } = await getProject(context, numericId(params.id));
  const contribution = await getContribution(context, id, numericId(params.contributionId));
  requirePermission(context, "project.write", [partnershipId]);
  return { id, name, contribution };
});

export const action = actionFor("project.write", async ({ context, params, formData }) => {
  const ids = { projectId: numericId(params.id), contributionId: numericId(params.contributionId) };
  const form = parseForm(contributionSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changeContribution(context, ids, form.data), () =>
    redirectTo(`/projects/${ids.projectId}`, { message: "Own contribution changed" }),
  );
});

export default function EditContribution() {
  const { id, name, contribution } = useLoaderData<typeof loader>();
  const { financialYear } = contribution;
  const form = useFormPage({
    schema: contributionSchema,
    defaults: {
      contributor: contribution.contributor,
      kind: contribution.form,
      description: contribution.description ?? "",
      financialYear: financialYear === null ? "" : formatFinancialYear(financialYear),
      amountPence: poundsForField(contribution.amountPence),
      version: String(contribution.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/projects/${id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={name}>Change an own contribution</PageHeading>
      <Form {...form.props}>
        <ContributionFields form={form} />
        <Button>Save contribution</Button>
      </Form>
    </PageLayout>
  );
}
