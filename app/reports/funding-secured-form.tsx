import { formatDate } from "#app/core/calendar-date.ts";
import type { FieldErrors } from "#app/core/result.ts";
import { dateParts, datePartsAt, type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { BESIDE_COLUMNS, BESIDE_NAMES } from "./beside/beside.ts";
import { type FundingSecuredAddress, fundingSecuredHref } from "./funding-secured.schema.ts";
import { GROUPING_NAMES, GROUPINGS } from "./funding-secured.ts";

type FormProps = {
  partnerships: readonly { value: number; text: string }[];
  /** What stands in the address, as typed. */
  values: FormValues;
  errors: FieldErrors;
  /** What the address asks for; null where it cannot be read. */
  address: FundingSecuredAddress | null;
};

/** What the report is asked for: by GET, so that the address can be kept and sent. */
export function FundingSecuredForm({ partnerships, values, errors, address }: FormProps) {
  return (
    <Filters chosen={address ? chosenIn(address, partnerships) : []}>
      <Select
        name="by"
        label="Group by"
        items={GROUPINGS.map((grouping) => ({ value: grouping, text: GROUPING_NAMES[grouping] }))}
        defaultValue={textAt(values, "by") || "partnership"}
        error={errors.by}
      />
      <Select
        name="and"
        label="And, as columns, by"
        empty="No second grouping"
        items={GROUPINGS.map((grouping) => ({ value: grouping, text: GROUPING_NAMES[grouping] }))}
        defaultValue={textAt(values, "and")}
        error={errors.and}
      />
      <Select
        name="partnership"
        label="Partnership"
        empty="All that you can see"
        items={partnerships}
        defaultValue={textAt(values, "partnership")}
        error={errors.partnership}
      />
      <Checkboxes
        name="columns[]"
        legend="Beside what is secured, show"
        hint="Where there is one grouping"
        small
        items={BESIDE_COLUMNS.map((column) => ({ value: column, text: BESIDE_NAMES[column] }))}
        defaultValues={address?.columns ?? []}
      />
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
      <Button secondary>Show the report</Button>
    </Filters>
  );
}

function chosenIn(address: FundingSecuredAddress, partnerships: FormProps["partnerships"]) {
  const { columns = [] } = address;
  const partnership = partnerships.find(({ value }) => value === address.partnership);
  const [asAt, knownAt] = [address["as-at"], address["known-at"]];
  const without = (name: keyof FundingSecuredAddress) =>
    fundingSecuredHref({ ...address, [name]: name === "columns" ? [] : null });
  return [
    address.and && {
      text: `Columns: ${GROUPING_NAMES[address.and].toLowerCase()}`,
      removeHref: without("and"),
    },
    columns.length > 0 && {
      text: `Beside: ${columns.map((column) => BESIDE_NAMES[column].toLowerCase()).join(", ")}`,
      removeHref: without("columns"),
    },
    partnership && { text: partnership.text, removeHref: without("partnership") },
    asAt && { text: `As at ${formatDate(asAt)}`, removeHref: without("as-at") },
    knownAt && { text: `As it was known on ${formatDate(knownAt)}`, removeHref: without("known-at") },
  ].filter((chosen) => chosen !== undefined && chosen !== null && chosen !== "" && chosen !== false);
}
