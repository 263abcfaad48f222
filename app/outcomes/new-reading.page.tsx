import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { addReading } from "./add-reading.server.ts";
import { getMeasure } from "./outcomes.queries.server.ts";
import { newReadingSchema } from "./reading.schema.ts";
import { ReadingFields } from "./reading-form.tsx";

export const handle = { hydrate: true };
export const meta = titled("Record a reading");

export const loader = loaderFor("register.read", async ({ context, params, url }) => {
  const measure = await getMeasure(context, numericId(params.id));
  requirePermission(context, "outcome.write", [measure.partnershipId]);
  const { id, name, unit } = measure;
  const isFirst = measure.baseline === null && url.searchParams.get("kind") === "baseline";
  const recorded = measure.readings.map((reading) => ({
    ...{ id: reading.id, period: reading.period, value: reading.value },
  }));
  return { measure: { id, name, unit }, recorded, kind: isFirst ? "baseline" : "reading" };
});

export const action = actionFor("outcome.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(newReadingSchema, await formData());
  if (!form.ok) return invalid(form);
  const result = await addReading(context, id, form.data);
  if (!result.ok) return invalid(refuse(form, result.errors));
  const message = form.data.kind === "baseline" ? "Baseline recorded" : "Reading recorded";
  return redirectTo(`/measures/${id}`, { message });
});

export default function NewReading() {
  const { measure, recorded, kind } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: newReadingSchema, defaults: { kind }, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: `/measures/${measure.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={measure.name}>Record a reading</PageHeading>
      <Form {...form.props}>
        <ReadingFields form={form} measure={measure} recorded={recorded} />
        <Button>Save reading</Button>
      </Form>
    </PageLayout>
  );
}
