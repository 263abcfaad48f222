import { useLoaderData } from "@remix-run/react";
import { validityForField } from "#app/partnerships/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { changeReading } from "./change-reading.server.ts";
import { getMeasure } from "./outcomes.queries.server.ts";
import { readingSchema } from "./reading.schema.ts";
import { ReadingFields } from "./reading-form.tsx";

export const handle = { hydrate: true };
export const meta = titled("Change reading");

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const measure = await getMeasure(context, numericId(params.id));
  requirePermission(context, "outcome.write", [measure.partnershipId]);
  const id = numericId(params.readingId);
  const all = [...measure.readings, ...(measure.baseline ? [measure.baseline] : [])];
  const reading = all.find((one) => one.id === id);
  if (!reading) throw new NotFoundError(`No reading ${id} of measure ${measure.id}`);
  const { name, unit, version } = measure;
  const recorded = measure.readings.filter((one) => one.id !== id);
  return { measure: { id: measure.id, name, unit, version }, reading, recorded };
});

export const action = actionFor("outcome.write", async ({ context, params, formData }) => {
  const ids = { measureId: numericId(params.id), readingId: numericId(params.readingId) };
  const form = parseForm(readingSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, changeReading(context, ids, form.data), () =>
    redirectTo(`/measures/${ids.measureId}`, { message: "Reading changed" }),
  );
});

export default function EditReading() {
  const { measure, reading, recorded } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: readingSchema,
    defaults: {
      kind: reading.kind,
      value: reading.value === null ? "" : String(reading.value),
      period: reading.periodStated ?? "",
      periodFrom: dateParts(validityForField(reading.periodFrom, "from")),
      periodTo: dateParts(validityForField(reading.periodTo, "to")),
      isDerived: reading.isDerived ? "yes" : "",
      note: reading.note ?? "",
      version: String(measure.version),
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/measures/${measure.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={measure.name}>Change reading</PageHeading>
      <Form {...form.props}>
        <ReadingFields form={form} measure={measure} recorded={recorded} />
        <Button>Save reading</Button>
      </Form>
    </PageLayout>
  );
}
