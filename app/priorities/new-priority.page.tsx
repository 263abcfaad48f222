import { useLoaderData } from "@remix-run/react";
import { getPartnership } from "#app/partnerships/index.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { addPriority } from "./add-priority.server.ts";
import { listThemes } from "./priorities.queries.server.ts";
import { newPrioritySchema } from "./priority.schema.ts";
import { PriorityFields } from "./priority-fields.tsx";

export const handle = { hydrate: true };
export const meta = titled("Add a priority area");

export const loader = loaderFor("priority.write", async ({ context, params }) => {
  const { id, name } = await getPartnership(context, numericId(params.id));
  requirePermission(context, "priority.write", [id]);
  return {
    partnership: { id, name },
    themes: await listThemes(context),
    projects: await listProjects(context, { partnershipIds: [id] }),
  };
});

export const action = actionFor("priority.write", async ({ context, params, formData }) => {
  const partnershipId = numericId(params.id);
  const form = parseForm(newPrioritySchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await addPriority(context, partnershipId, form.data);
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo(`/partnerships/${partnershipId}/priorities`, {
    message: "The priority area has been added",
  });
});

export default function NewPriorityPage() {
  const { partnership, themes, projects } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: newPrioritySchema,
    defaults: { kind: "priority" },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/partnerships/${partnership.id}/priorities` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={partnership.name}>Add a priority area</PageHeading>
      <Form {...form.props}>
        <PriorityFields form={form} themes={themes} projects={projects} />
        <Button>Add priority area</Button>
      </Form>
    </PageLayout>
  );
}
