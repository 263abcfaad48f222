import { useLoaderData } from "@remix-run/react";
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
import { newContributionSchema } from "./contribution.schema.ts";
import { ContributionFields } from "./contribution-fields.tsx";
import { addContribution } from "./save-contribution.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Record an own contribution");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, name, partnershipId } = await getProject(context, numericId(params.id));
  requirePermission(context, "project.write", [partnershipId]);
  return { id, name };
});

export const action = actionFor("project.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(newContributionSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, addContribution(context, id, form.data), () =>
    redirectTo(`/projects/${id}`, { message: "Own contribution recorded" }),
  );
});

export default function NewContribution() {
  const { id, name } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: newContributionSchema, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/projects/${id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={name}>Record an own contribution</PageHeading>
      <p className="govuk-body">
        What a partner gives of its own. It is no award, and counts nowhere as secured.
      </p>
      <Form {...form.props}>
        <ContributionFields form={form} />
        <Button>Save contribution</Button>
      </Form>
    </PageLayout>
  );
}
