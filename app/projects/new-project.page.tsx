import { useLoaderData } from "@remix-run/react";
import { listOthers, listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { partnershipsWhere } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { addProject } from "./add-project.server.ts";
import { newProjectSchema } from "./project.schema.ts";
import { ProjectFields } from "./project-form.tsx";

export const handle = { hydrate: true };
export const meta = titled("New project");

export const loader = loaderFor("project.write", async ({ context, url }) => {
  const writable = partnershipsWhere(context.actor, "project.write");
  const own = await listOwnPartnerships(context);
  const partnerships = own
    .filter(({ id }) => writable === null || writable.includes(id))
    .map(({ id, name }) => ({ id, name }));
  return {
    partnerships,
    others: await listOthers(context),
    chosen: url.searchParams.get("partnership") ?? "",
  };
});

export const action = actionFor("project.write", async ({ context, formData }) => {
  const form = parseForm(newProjectSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await addProject(context, form.data);
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo(`/projects/${result.value.projectId}`, { message: "Project added" });
});

export default function NewProject() {
  const { partnerships, others, chosen } = useLoaderData<typeof loader>();
  const [first] = partnerships;
  const only = partnerships.length === 1 ? first : undefined;
  const form = useFormPage({
    schema: newProjectSchema,
    defaults: { partnershipId: chosen },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: "/projects" }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={only?.name ?? "Projects"}>New project</PageHeading>
      <Form {...form.props}>
        {only ? (
          <HiddenField name="partnershipId" value={only.id} />
        ) : (
          <Select
            {...form.field("partnershipId")}
            label="Which partnership does it belong to?"
            empty="Choose a partnership"
            items={partnerships.map(({ id, name }) => ({ value: id, text: name }))}
          />
        )}
        <ProjectFields form={form} others={others.filter(({ id }) => id !== only?.id)} />
        <Button>Save project</Button>
      </Form>
    </PageLayout>
  );
}
