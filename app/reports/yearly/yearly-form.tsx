import type { IsoDay } from "#app/core/calendar-date.ts";
import { financialYearOf, formatFinancialYear } from "#app/core/financial-year.ts";
import type { FieldErrors } from "#app/core/result.ts";
import { type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { MomentFields, momentChosen } from "../moment-fields.tsx";
import { type YearlyAddress, yearlyHref } from "./yearly.schema.ts";

/** Financial years that the form offers; the address takes any. */
const YEARS_OFFERED = 12;

type FormProps = {
  partnerships: readonly { value: number; text: string }[];
  today: IsoDay;
  /** What stands in the address, as typed. */
  values: FormValues;
  errors: FieldErrors;
  /** What is shown; null where nothing is. */
  address: YearlyAddress | null;
};

/** Whose year is reported, and as at when: by GET, so that the address can be kept and sent. */
export function YearlyForm({ partnerships, today, values, errors, address }: FormProps) {
  const latest = financialYearOf(today);
  const offered = Array.from({ length: YEARS_OFFERED }, (_, index) => latest - index);
  const year = address?.year ?? null;
  if (year !== null && !offered.includes(year)) offered.push(year);
  return (
    <Filters
      chosen={address ? momentChosen(address, (name) => yearlyHref({ ...address, [name]: null })) : []}
    >
      <Select
        name="partnership"
        label="Partnership"
        empty="Choose a partnership"
        items={partnerships}
        defaultValue={textAt(values, "partnership") || String(address?.partnership ?? "")}
        error={errors.partnership}
      />
      <Select
        name="year"
        label="Financial year"
        items={offered.map((each) => ({ value: each, text: formatFinancialYear(each) }))}
        defaultValue={String(year ?? latest - 1)}
        error={errors.year}
      />
      <MomentFields values={values} errors={errors} address={address} />
      <Button secondary>Show the report</Button>
    </Filters>
  );
}
