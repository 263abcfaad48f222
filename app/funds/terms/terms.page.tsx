import { useLoaderData } from "@remix-run/react";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { poundsForField } from "#app/core/money.ts";
import { validityForField } from "#app/partnerships/index.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import {
  actionFor,
  invalid,
  loaderFor,
  numericId,
  type PageArgs,
  redirectTo,
} from "#app/platform/page.server.ts";
import { listThemes } from "#app/priorities/index.server.ts";
import { keepsTyped, showsTyped } from "#app/typed-forms/index.server.ts";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { dateParts, type FormValues } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { roundTitle } from "../funds.ts";
import { getRound } from "../rounds.queries.server.ts";
import { changeTerms } from "./change-terms.server.ts";
import { getRoundTerms } from "./terms.queries.server.ts";
import { MOST_YEARS, termsSchema } from "./terms.schema.ts";
import type { RoundTermsInFull } from "./terms.ts";
import { TermsFields } from "./terms-fields.tsx";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Terms of ${data.title}`);

/** Empty rows that stand under the years that are there. */
const SPARE_ROWS = 2;

export const loader = loaderFor("fund.write", showsTyped(show));
export const action = actionFor("fund.write", keepsTyped(show, act));

async function show({ context, params }: PageArgs) {
  const id = numericId(params.id);
  const themes = await listThemes(context);
  return {
    title: roundTitle(await getRound(context, id)),
    terms: await getRoundTerms(context, id),
    themes: themes.map((theme) => ({ id: theme.id, name: theme.name })),
  };
}

async function act({ context, params, formData }: PageArgs) {
  const id = numericId(params.id);
  const form = parseForm(termsSchema, await formData());
  if (!form.ok) return invalid(form);
  const { version, ...input } = form.data;
  return answerForm(form, changeTerms(context, id, version, input), () =>
    redirectTo(`/rounds/${id}`, { message: "Terms changed" }),
  );
}

export default function Terms() {
  const { title, terms, themes } = useLoaderData<typeof loader>();
  const kept = useTypedForm();
  const form = useFormPage({ schema: termsSchema, defaults: formValuesOf(terms), result: kept.result });
  const typed = Array.isArray(form.values.years) ? form.values.years.length : 0;
  return (
    <PageLayout backLink={{ href: `/rounds/${terms.roundId}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={title}>What must a bid keep to?</PageHeading>
      <p className="govuk-body">Leave empty what the funder has not stated.</p>
      <KeptForm form={form} typed={kept}>
        <TermsFields
          form={form}
          themes={themes}
          yearRows={Math.min(Math.max(typed, terms.years.length + SPARE_ROWS), MOST_YEARS)}
        />
        <Button>Save terms</Button>
      </KeptForm>
    </PageLayout>
  );
}

function formValuesOf(terms: RoundTermsInFull): FormValues {
  const answer = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");
  return {
    applicantKinds: terms.applicantKinds,
    inKindCounts: answer(terms.inKindCounts),
    years: terms.years.map(({ year, capPence }) => ({
      year: formatFinancialYear(year),
      capPence: poundsForField(capPence),
    })),
    noTransferBetweenYears: answer(terms.noTransferBetweenYears),
    capitalSharePercent: String(terms.capitalSharePercent ?? ""),
    themeIds: terms.themes.map(({ id }) => String(id)),
    announcedOn: dateParts(validityForField(terms.announcedOn, "from")),
    expressionOfInterestBy: dateParts(validityForField(terms.expressionOfInterestBy, "to")),
    clarificationFrom: dateParts(validityForField(terms.clarificationFrom, "from")),
    clarificationTo: dateParts(validityForField(terms.clarificationTo, "to")),
    portalUrl: terms.portalUrl ?? "",
    version: String(terms.version),
  };
}
