import type { FieldErrors } from "#app/core/result.ts";
import { type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { BESIDE_COLUMNS, BESIDE_NAMES } from "./beside/beside.ts";
import { type FundingSecuredAddress, fundingSecuredHref } from "./funding-secured.schema.ts";
import { GROUPING_NAMES, GROUPINGS } from "./funding-secured.ts";
import { MomentFields, momentChosen, PartnershipField } from "./moment-fields.tsx";

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
      <PartnershipField partnerships={partnerships} values={values} errors={errors} />
      <Checkboxes
        name="columns[]"
        legend="Beside what is secured, show"
        hint="With two groupings, as a row for each two groups"
        small
        items={BESIDE_COLUMNS.map((column) => ({ value: column, text: BESIDE_NAMES[column] }))}
        defaultValues={address?.columns ?? []}
      />
      <MomentFields values={values} errors={errors} address={address} />
      <Button secondary>Show the report</Button>
    </Filters>
  );
}

function chosenIn(address: FundingSecuredAddress, partnerships: FormProps["partnerships"]) {
  const { columns = [] } = address;
  const partnership = partnerships.find(({ value }) => value === address.partnership);
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
    ...momentChosen(address, without),
  ].filter((chosen) => chosen !== undefined && chosen !== null && chosen !== false);
}
