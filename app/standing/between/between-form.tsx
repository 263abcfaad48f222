import type { FieldErrors } from "#app/core/result.ts";
import { dateParts, datePartsAt, type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import type { BetweenQuery } from "./between.queries.server.ts";

type FormProps = {
  partnerships: readonly { value: number; text: string }[];
  /** What stands in the address, as typed. */
  values: FormValues;
  errors: FieldErrors;
  /** What the address asks for; null where it cannot be read. */
  query: BetweenQuery | null;
};

const DAYS = [
  {
    name: "from",
    legend: "First day",
    hint: "For example, 31 3 2025. Empty is four weeks before the second day",
  },
  { name: "to", legend: "Second day", hint: "For example, 31 3 2025. Empty is today" },
] as const;

/** Which two days are held against each other: by GET, so that the address can be kept and sent. */
export function BetweenForm({ partnerships, values, errors, query }: FormProps) {
  return (
    <Filters>
      <Select
        name="partnership"
        label="Partnership"
        empty="All that you can see"
        items={partnerships}
        defaultValue={textAt(values, "partnership")}
        error={errors.partnership}
      />
      {DAYS.map(({ name, legend, hint }) => (
        <DateInput
          key={name}
          {...{ name, legend, hint }}
          defaultValue={datePartsAt(values, name) ?? dateParts(query?.[name])}
          error={errors[name]}
        />
      ))}
      <Button secondary>Compare</Button>
    </Filters>
  );
}
