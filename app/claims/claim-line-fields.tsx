import { STREAM_NAMES } from "#app/awards/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";

type ClaimLineFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  index: number;
  /** Left out where the line is of the year of its period. */
  years?: readonly number[];
  projects: readonly { id: number; name: string }[];
};

/** One line of a claim, or of what was spent: of which year and stream, for which project, how much. */
export function ClaimLineFields({ form, index, years, projects }: ClaimLineFieldsProps) {
  const field = (name: string) => form.field(`lines.${index}.${name}`);
  return (
    <fieldset className="govuk-fieldset app-line">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Line {index + 1}</legend>
      <div className="app-line__fields">
        {years && (
          <Select
            {...field("financialYear")}
            label="Financial year"
            empty="Choose a year"
            items={years.map((year) => ({ value: year, text: formatFinancialYear(year) }))}
          />
        )}
        <Select
          {...field("stream")}
          label="Stream"
          empty="Not said"
          items={Object.entries(STREAM_NAMES).map(([value, text]) => ({ value, text }))}
        />
        <Select
          {...field("projectId")}
          label="Project (optional)"
          empty="No project"
          items={projects.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <MoneyInput {...field("amountPence")} label="Amount, in pounds" />
      </div>
    </fieldset>
  );
}
