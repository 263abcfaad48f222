import type { IsoDay } from "#app/core/calendar-date.ts";
import type { FieldErrors } from "#app/core/result.ts";
import { dateParts, datePartsAt, type FormValues } from "#app/ui/forms/form-values.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";

type MomentFieldsProps = {
  /** What stands in the address, as typed. */
  values: FormValues;
  errors: FieldErrors;
  /** What the address asks for; null where it cannot be read. */
  address: { "as-at": IsoDay | null; "known-at": IsoDay | null } | null;
};

/** As at which day a report is asked for, and as known on which. */
export function MomentFields({ values, errors, address }: MomentFieldsProps) {
  return (
    <>
      <DateInput
        name="as-at"
        legend="As at"
        hint="For example, 31 3 2025. Empty is today"
        defaultValue={datePartsAt(values, "as-at") ?? dateParts(address?.["as-at"])}
        error={errors["as-at"]}
      />
      <DateInput
        name="known-at"
        legend="As it was known on"
        hint="For example, 31 3 2025. Empty is today"
        defaultValue={datePartsAt(values, "known-at") ?? dateParts(address?.["known-at"])}
        error={errors["known-at"]}
      />
    </>
  );
}
