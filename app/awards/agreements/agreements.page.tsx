import { useLoaderData } from "@remix-run/react";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { requireOpenAward } from "../closure/closed.queries.server.ts";
import { agreementSchema } from "./agreement.schema.ts";
import { listAgreements, listYearsToAgree } from "./agreements.queries.server.ts";
import { recordAgreement } from "./record-agreement.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Agreement");

export const loader = loaderFor("register.read", async ({ context, params, url }) => {
  const award = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(award.partnerships));
  await requireOpenAward(context, award.id);
  const years = await listYearsToAgree(context, award);
  const year = years.find((each) => String(each) === url.searchParams.get("year")) ?? null;
  const agreements = await listAgreements(context, award.id);
  const agreement = agreements.find((each) => each.financialYear === year) ?? null;
  return { award, year: year ?? ("all" as const), agreement, years };
});

export const action = actionFor("register.read", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(agreementSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, recordAgreement(context, id, form.data), () =>
    redirectTo(`/awards/${id}`, { message: "Agreement saved" }),
  );
});

export default function AgreementPage() {
  const { award, year, agreement, years } = useLoaderData<typeof loader>();
  const form = useFormPage({
    schema: agreementSchema,
    defaults: {
      version: String(agreement?.version ?? 0),
      reference: agreement?.reference ?? "",
      signedOn: dateParts(agreement?.signedOn),
      note: agreement?.note ?? "",
    },
    result: useFormResult(),
  });
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Agreement with the funder</PageHeading>
      <h2 className="govuk-heading-m">{yearWords(year)}</h2>
      <OtherYears awardId={award.id} years={["all", ...years]} year={year} />
      <Form {...form.props}>
        <HiddenField name="year" value={year} />
        <Input {...form.field("reference")} label="What is its reference? (optional)" />
        <DateInput
          {...form.date("signedOn")}
          legend="When was it signed? (optional)"
          hint="Leave it empty if it is not signed yet: nothing can be claimed before. For example, 6 8 2024. Leave the day empty if you only know the month."
        />
        <Textarea {...form.field("note")} label="Note (optional)" />
        <ButtonGroup>
          <Button>Save</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}

type YearOrAll = number | "all";

function yearWords(year: YearOrAll): string {
  return year === "all" ? "For all years of the award" : `For ${formatFinancialYear(year)}`;
}

type OtherYearsProps = { awardId: number; years: readonly YearOrAll[]; year: YearOrAll };

/** The way to the agreement of each other year. */
function OtherYears({ awardId, years, year }: OtherYearsProps) {
  return (
    <ul className="govuk-list">
      {years
        .filter((each) => each !== year)
        .map((each) => (
          <li key={each}>
            <a className="govuk-link" href={`/awards/${awardId}/agreements?year=${each}`}>
              {yearWords(each)}
            </a>
          </li>
        ))}
    </ul>
  );
}
