import { useLoaderData } from "@remix-run/react";
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
import { changeMeasure } from "./change-measure.server.ts";
import { measureSchema } from "./measure.schema.ts";
import { MeasureFields } from "./measure-form.tsx";
import { differenceOf } from "./measure-words.rules.ts";
import { getMeasure } from "./outcomes.queries.server.ts";
import { listWholes } from "./subjects.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Change ${data.measure.name}`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const measure = await getMeasure(context, numericId(params.id));
  requirePermission(context, "outcome.write", [measure.partnershipId]);
  return { measure, wholes: await listWholes(context, { except: measure }) };
});

export const action = actionFor("outcome.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(measureSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changeMeasure(context, id, form.data), () =>
    redirectTo(`/measures/${id}`, { message: "Measure changed" }),
  );
});

export default function EditMeasure() {
  const { measure, wholes } = useLoaderData<typeof loader>();
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  const form = useFormPage({
    schema: measureSchema,
    defaults: {
      name: measure.name,
      unit: measure.unit,
      better: text(measure.better),
      measureSource: text(measure.measureSource),
      area: text(measure.area),
      caveat: text(measure.caveat),
      targetValue: text(measure.targetValue),
      targetBy: dateParts(validityForField(measure.targetBy, "to")),
      statedChange: text(measure.statedChange),
      statedPercent: text(measure.statedPercent),
      differenceNote: text(measure.differenceNote),
      partOfId: text(measure.partOfId),
      costCaveat: text(measure.costCaveat),
      version: text(measure.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/measures/${measure.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={measure.name}>Change measure</PageHeading>
      <Form {...form.props}>
        <MeasureFields form={form} wholes={wholes} difference={differenceOf(measure)} />
        <Button>Save measure</Button>
      </Form>
    </PageLayout>
  );
}
