import { useLoaderData } from "@remix-run/react";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { addMeasure } from "./add-measure.server.ts";
import { newMeasureSchema } from "./measure.schema.ts";
import { MeasureFields } from "./measure-form.tsx";
import { listSubjects, listWholes } from "./subjects.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Record a measure");

export const loader = loaderFor("outcome.write", async ({ context, url }) => {
  const { searchParams } = url;
  const project = searchParams.get("project");
  const partnership = searchParams.get("partnership");
  const asked = project ? `project-${project}` : `partnership-${partnership}`;
  const subjects = await listSubjects(context);
  const wholes = await listWholes(context);
  return { subjects, wholes, chosen: subjects.some(({ value }) => value === asked) ? asked : "" };
});

export const action = actionFor("outcome.write", async ({ context, formData }) => {
  const form = parseForm(newMeasureSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await addMeasure(context, form.data);
  if (!result.ok) return invalid(refuse(form, result.errors));
  return redirectTo(`/measures/${result.value.measureId}`, { message: "Measure recorded" });
});

export default function NewMeasure() {
  const { subjects, wholes, chosen } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: newMeasureSchema,
    defaults: { subject: chosen },
    result: useFormResult(),
  });
  return (
    <PageLayout
      backLink={{ href: chosen.startsWith("project-") ? `/projects/${chosen.slice(8)}` : "/outcomes" }}
    >
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Outcomes">Record a measure</PageHeading>
      <Form {...form.props}>
        <Select
          {...form.field("subject")}
          label="What is it measured on?"
          hint="A project, or a partnership as a whole where no project owns the measure"
          empty="Choose a project or partnership"
          items={subjects}
        />
        <MeasureFields form={form} wholes={wholes} />
        <Button>Save measure</Button>
      </Form>
    </PageLayout>
  );
}
