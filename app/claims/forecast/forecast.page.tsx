import { useLoaderData } from "@remix-run/react";
import { getAward, requireOpenAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { financialYearOf, formatFinancialYear, parseFinancialYear } from "#app/core/financial-year.ts";
import { poundsForField } from "#app/core/money.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { forecastSchema } from "./forecast.schema.ts";
import { listForecasts } from "./forecasts.queries.server.ts";
import { saveForecast } from "./save-forecast.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Forecast of ${formatFinancialYear(data.year)}`);

export const loader = loaderFor("claim.write", async ({ context, params, url }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "claim.write", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  const year = parseFinancialYear(url.searchParams.get("year") ?? "") ?? financialYearOf(context.today);
  const forecasts = await listForecasts(context.db.read, id);
  return {
    award: { id, reference, title },
    year,
    forecast: forecasts.find(({ financialYear }) => financialYear === year) ?? null,
  };
});

export const action = actionFor("claim.write", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(forecastSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, saveForecast(context, id, form.data), () =>
    redirectTo(`/awards/${id}/spend`, { message: "Forecast saved" }),
  );
});

export default function ForecastPage() {
  const { award, year, forecast } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: forecastSchema,
    defaults: {
      version: String(forecast?.version ?? 0),
      committedPence: poundsForField(forecast?.committedPence ?? null),
      forecastPence: poundsForField(forecast?.forecastPence ?? null),
      note: forecast?.note ?? "",
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}/spend` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>
        What will still be spent of {formatFinancialYear(year)}?
      </PageHeading>
      <Form {...form.props}>
        <HiddenField name="year" value={year} />
        <MoneyInput
          {...form.field("committedPence")}
          label="How much is committed, in pounds?"
          hint="Ordered or agreed, and not paid yet"
        />
        <MoneyInput
          {...form.field("forecastPence")}
          label="How much else do you expect to spend by 31 March, in pounds?"
        />
        <Textarea {...form.field("note")} label="Note (optional)" rows={3} />
        <ButtonGroup>
          <Button>Save the forecast</Button>
          <a className="govuk-link" href={`/awards/${award.id}/spend`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
