import type { FieldErrors } from "#app/core/result.ts";
import { type FormValues, textAt } from "#app/ui/forms/form-values.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { GROUPING_NAMES, GROUPINGS } from "../funding-secured.ts";
import { DayField, PartnershipField } from "../moment-fields.tsx";
import { COMPARED, COMPARED_NAMES } from "./changes.schema.ts";
import type { ChangesQuery } from "./changes.ts";
import { SIDE_COLUMNS, SIDE_NAMES, type SideColumn } from "./comparison.ts";

type FormProps = {
  partnerships: readonly { value: number; text: string }[];
  /** What stands in the address, as typed. */
  values: FormValues;
  errors: FieldErrors;
  /** What the address asks for; null where it cannot be read. */
  query: ChangesQuery | null;
  /** Reports that were published, to be compared as they were. */
  published: readonly { value: number; text: string }[];
  /** What stands side by side beside what is secured. */
  columns: readonly SideColumn[];
};

const DATES = [
  { name: "from-as-at", legend: "First report: as at", side: "from", day: "asAt" },
  { name: "from-known-at", legend: "First report: as it was known on", side: "from", day: "knownAt" },
  { name: "to-as-at", legend: "Second report: as at", side: "to", day: "asAt" },
  { name: "to-known-at", legend: "Second report: as it was known on", side: "to", day: "knownAt" },
] as const;

const PUBLISHED_SIDES = [
  { name: "from-published", label: "First report: a published one" },
  { name: "to-published", label: "Second report: a published one" },
] as const;

/** Which two reports are compared: by GET, so that the address can be kept and sent. */
export function ChangesForm({ partnerships, values, errors, query, published, columns }: FormProps) {
  return (
    <Filters>
      <PartnershipField partnerships={partnerships} values={values} errors={errors} />
      <Select
        name="of"
        label="Which report"
        items={COMPARED.map((of) => ({ value: of, text: COMPARED_NAMES[of] }))}
        defaultValue={textAt(values, "of") || "funding-secured"}
        error={errors.of}
      />
      <Select
        name="by"
        label="Side by side, grouped by"
        hint="Of funding secured"
        items={GROUPINGS.map((grouping) => ({ value: grouping, text: GROUPING_NAMES[grouping] }))}
        defaultValue={textAt(values, "by") || "partnership"}
        error={errors.by}
      />
      <Checkboxes
        name="columns[]"
        legend="Beside what is secured, compare"
        hint="Of funding secured, each in a table of its own"
        small
        items={SIDE_COLUMNS.map((column) => ({ value: column, text: SIDE_NAMES[column] }))}
        defaultValues={columns}
      />
      {DATES.map(({ name, legend, side, day }) => (
        <DayField
          key={name}
          name={name}
          legend={legend}
          day={query?.[side][day]}
          values={values}
          errors={errors}
        />
      ))}
      {published.length > 0 &&
        PUBLISHED_SIDES.map(({ name, label }) => (
          <Select
            key={name}
            name={name}
            label={label}
            hint="In place of its dates. Reports of success are compared by their bids, those of award status by their awards, all others by what was secured at the moments to which they are pinned"
            empty="None: by its dates"
            items={published}
            defaultValue={textAt(values, name)}
          />
        ))}
      <Button secondary>Compare</Button>
    </Filters>
  );
}
