import { useLoaderData } from "@remix-run/react";
import { listOthers } from "#app/partnerships/index.server.ts";
import { validityForField } from "#app/partnerships/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { changeProject } from "./change-project.server.ts";
import { projectSchema } from "./project.schema.ts";
import { ProjectFields } from "./project-form.tsx";
import { getProject } from "./projects.queries.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Change ${data.project.name}`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const project = await getProject(context, numericId(params.id));
  requirePermission(context, "project.write", [project.partnershipId]);
  const others = (await listOthers(context)).filter(({ id }) => id !== project.partnershipId);
  return { project, others };
});

export const action = actionFor("project.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(projectSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changeProject(context, id, form.data), () =>
    redirectTo(`/projects/${id}`, { message: "Project changed" }),
  );
});

export default function EditProject() {
  const { project, others } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: projectSchema,
    defaults: {
      name: project.name,
      description: project.description ?? "",
      startsOn: dateParts(validityForField(project.startsOn, "from")),
      endsOn: dateParts(validityForField(project.endsOn, "to")),
      statusNote: project.statusNote ?? "",
      status: project.status ?? "",
      strands: project.strands.join("\n"),
      partners: project.partners.join("\n"),
      places: project.places.join("\n"),
      partnershipIds: project.partnershipIds.map(String),
      version: String(project.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/projects/${project.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={project.name}>Change project</PageHeading>
      <Form {...form.props}>
        <ProjectFields form={form} others={others} />
        <Button>Save project</Button>
      </Form>
    </PageLayout>
  );
}
