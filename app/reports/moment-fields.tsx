import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import type { FieldErrors } from "#app/core/result.ts";
import { dateParts, datePartsAt, type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";

/** What stands in the address of a report, as typed, and what is wrong with it. */
type Asked = { values: FormValues; errors: FieldErrors };

type MomentAddress = { "as-at": IsoDay | null; "known-at": IsoDay | null; position?: number | null };

type MomentFieldsProps = Asked & {
  address: MomentAddress | null;
  /** Which of the figures do not end at the entry of the ledger that is asked for, in words; none where all do. */
  notOfEntry?: string | null;
};

/** As at which day a report is asked for, and as known on which; no day where the address cannot be read. */
export function MomentFields({ address, notOfEntry = null, ...asked }: MomentFieldsProps) {
  return (
    <>
      <DayField name="as-at" legend="As at" day={address?.["as-at"]} {...asked} />
      <DayField name="known-at" legend="As it was known on" day={address?.["known-at"]} {...asked} />
      {address?.position != null && (
        <p className="govuk-body">
          These figures hold what was recorded up to entry {address.position.toLocaleString("en-GB")} of the
          ledger, and nothing later of that day
          {notOfEntry === null ? "." : `, but for this: ${notOfEntry}`}
        </p>
      )}
    </>
  );
}

type DayFieldProps = Asked & { name: string; legend: string; day: IsoDay | null | undefined };

/** A day that a report is asked for. */
export function DayField({ name, legend, day, values, errors }: DayFieldProps) {
  return (
    <DateInput
      name={name}
      legend={legend}
      hint="For example, 31 3 2025. Empty is today"
      defaultValue={datePartsAt(values, name) ?? dateParts(day)}
      error={errors[name]}
    />
  );
}

/** Whose figures a report is asked for. */
export function PartnershipField({
  partnerships,
  values,
  errors,
}: Asked & { partnerships: readonly { value: number; text: string }[] }) {
  return (
    <Select
      name="partnership"
      label="Partnership"
      empty="All that you can see"
      items={partnerships}
      defaultValue={textAt(values, "partnership")}
      error={errors.partnership}
    />
  );
}

/** What of the moment is chosen, each with the address without it. */
export function momentChosen(
  { "as-at": asAt, "known-at": knownAt }: MomentAddress,
  without: (name: "as-at" | "known-at") => string,
): { text: string; removeHref: string }[] {
  const chosen = [];
  if (asAt !== null) chosen.push({ text: `As at ${formatDate(asAt)}`, removeHref: without("as-at") });
  if (knownAt !== null)
    chosen.push({ text: `As it was known on ${formatDate(knownAt)}`, removeHref: without("known-at") });
  return chosen;
}
