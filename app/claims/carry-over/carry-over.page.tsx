import { useLoaderData } from "@remix-run/react";
import { getAward, requireOpenAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { financialYearOf, formatFinancialYear } from "#app/core/financial-year.ts";
import { answerForm } from "#app/platform/answer-form.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, numericId, redirectTo } from "#app/platform/page.server.ts";
import { Form } from "#app/ui/forms/form.tsx";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { moneyOfAward } from "../spend/money-of-award.queries.server.ts";
import { carryOverSchema } from "./carry-over.ts";
import { recordCarryOver } from "./record-carry-over.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Record an approved carry-over");

export const loader = loaderFor("award.draft", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  requirePermission(context, "award.draft", writingPartnerships(partnerships));
  await requireOpenAward(context, id);
  const { years } = await moneyOfAward(context, id);
  const known = years.flatMap(({ financialYear }) => financialYear ?? []);
  return {
    award: { id, reference, title },
    fromYears: known,
    toYears: [...new Set([...known.map((year) => year + 1), financialYearOf(context.today)])].sort(),
  };
});

export const action = actionFor("award.draft", async ({ context, params, formData }) => {
  const id = numericId(params.id);
  const form = parseForm(carryOverSchema, await formData());
  if (!form.ok) return invalid(form);
  return answerForm(form, recordCarryOver(context, id, form.data), () =>
    redirectTo(`/awards/${id}/seal`, { message: "Approval recorded: check the version that it leads to" }),
  );
});

export default function CarryOverPage() {
  const { award, fromYears, toYears } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: carryOverSchema, result: useFormResult() });
  const items = (years: readonly number[]) =>
    years.map((year) => ({ value: year, text: formatFinancialYear(year) }));
  return (
    <PageLayout backLink={{ href: `/awards/${award.id}` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${award.reference} ${award.title}`}>Record an approved carry-over</PageHeading>
      <p className="govuk-body">
        Money of one year is spent in another only if the funder approved it. The next version of the award is
        drafted from this; nothing moves before it is checked and sealed.
      </p>
      <Form {...form.props}>
        <Select
          {...form.field("fromYear")}
          label="For which year was it awarded?"
          empty="Choose a year"
          items={items(fromYears)}
        />
        <Select
          {...form.field("toYear")}
          label="In which year may it be spent?"
          empty="Choose a year"
          items={items(toYears)}
        />
        <MoneyInput {...form.field("amountPence")} label="How much, in pounds?" />
        <DateInput
          {...form.date("approvedOn")}
          legend="When did the funder approve it?"
          hint="For example, 6 5 2026. Leave the day empty if you only know the month."
        />
        <Input {...form.field("reference")} label="What is the reference of the approval?" width={20} />
        <Textarea {...form.field("note")} label="Note (optional)" rows={3} />
        <ButtonGroup>
          <Button>Record and draft the version</Button>
          <a className="govuk-link" href={`/awards/${award.id}`}>
            Cancel
          </a>
        </ButtonGroup>
      </Form>
    </PageLayout>
  );
}
