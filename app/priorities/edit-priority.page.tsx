import { useLoaderData } from "@remix-run/react";
import { validityForField } from "#app/partnerships/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { changePriority } from "./change-priority.server.ts";
import { getPriority, listThemes } from "./priorities.queries.server.ts";
import { prioritySchema } from "./priority.schema.ts";
import { PriorityFields } from "./priority-fields.tsx";

export const handle = { hydrate: true };
export const meta = titled("Change a priority area");

export const loader = loaderFor("priority.write", async ({ context, params }) => {
  const priority = await getPriority(context, numericId(params.id));
  requirePermission(context, "priority.write", [priority.partnershipId]);
  const projects = await listProjects(context, { partnershipIds: [priority.partnershipId] });
  return { priority, themes: await listThemes(context), projects };
});

export const action = actionFor("priority.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(prioritySchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changePriority(context, id, form.data), () =>
    redirectTo(`/priorities/${id}`, { message: "The priority area has been changed" }),
  );
});

export default function EditPriority() {
  const { priority, themes, projects } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: prioritySchema,
    defaults: {
      title: priority.title,
      kind: priority.kind,
      validFrom: dateParts(validityForField(priority.validFrom, "from")),
      validTo: dateParts(validityForField(priority.validTo, "to")),
      themeIds: priority.themes.map((theme) => String(theme.id)),
      aims: priority.aims.join("\n"),
      projectIds: priority.projectIds.map(String),
      note: priority.note ?? "",
      version: String(priority.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/priorities/${priority.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Priority area">Change {priority.title}</PageHeading>
      <InsetText>Money that is already sealed keeps the theme that it was sealed with.</InsetText>
      <Form {...form.props}>
        <PriorityFields form={form} themes={themes} projects={projects} />
        <Button>Save</Button>
      </Form>
    </PageLayout>
  );
}
