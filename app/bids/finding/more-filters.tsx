import { formatFinancialYear } from "#app/core/financial-year.ts";
import { poundsForField } from "#app/core/money.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { type BidFilters, filterName } from "../bid-filters.ts";
import type { Choice, FoundNames, FurtherChoices } from "./filter-choices.ts";

type MoreFiltersProps = {
  filters: BidFilters;
  choices: FurtherChoices;
};

const DEADLINES = [7, 14, 30, 90] as const;

/** The filters that are needed now and then. */
export function MoreFilters({ filters, choices }: MoreFiltersProps) {
  return (
    <div className="app-filters__more">
      <Choose filter="funderId" label="Funder" filters={filters} items={choices.funders} />
      <Choose filter="fundId" label="Fund" filters={filters} items={choices.funds} />
      {choices.priorities.length > 0 && (
        <Choose filter="priorityId" label="Priority area" filters={filters} items={choices.priorities} />
      )}
      {(choices.byWords || filters.priorityTitle !== null) && (
        <ByWords
          filter="priorityTitle"
          label="Priority area, by words of its title"
          hint="For example, knife crime: those of all partnerships are meant"
          none="No priority area of your partnerships has these words in its title"
          filters={filters}
          found={choices.prioritiesFound}
        />
      )}
      <Choose filter="themeId" label="Theme" filters={filters} items={choices.themes} />
      <Select
        name={filterName("owner")}
        label="Owner"
        empty="Anybody"
        items={[
          { value: "me", text: "Me" },
          { value: "nobody", text: "Nobody" },
          ...choices.owners.map(({ id, text }) => ({ value: id, text })),
        ]}
        defaultValue={String(filters.owner ?? "")}
      />
      {(choices.byWords || filters.ownerName !== null) && (
        <ByWords
          filter="ownerName"
          label="Owner, by name"
          hint="A name or a part of it"
          none="Nobody in your partnerships has this name"
          filters={filters}
          found={choices.ownersFound}
        />
      )}
      <Input
        name={filterName("leadOfficer")}
        label="Lead officer"
        width={20}
        defaultValue={filters.leadOfficer ?? ""}
      />
      <Input
        name={filterName("year")}
        label="Financial year"
        hint="For example, 2026 to 2027. When decided, else submitted, else recorded."
        width={10}
        defaultValue={filters.year === null ? "" : formatFinancialYear(filters.year)}
      />
      <Amount filter="amountFrom" label="Amount from" filters={filters} />
      <Amount filter="amountTo" label="Amount to" filters={filters} />
      <Checkboxes
        name="amount"
        small
        items={[{ value: "not-recorded", text: "Amount not recorded" }]}
        defaultValues={filters.amountNotRecorded ? ["not-recorded"] : []}
      />
      <Choose
        filter="deadlineDays"
        label="Still to be submitted, deadline"
        filters={filters}
        items={deadlines(filters.deadlineDays)}
      />
      <Days of="submitted" label="Submitted" filters={filters} />
      <Days of="decided" label="Decided" filters={filters} />
      <Days of="closes" label="Round closes" filters={filters} />
    </div>
  );
}

/** The usual spans, and the one in the address where it is another. */
function deadlines(chosen: number | null): Choice[] {
  const days = new Set<number>(DEADLINES);
  if (chosen !== null) days.add(chosen);
  return [...days]
    .sort((a, b) => a - b)
    .map((number) => ({ id: number, text: `in ${number} ${number === 1 ? "day" : "days"}` }));
}

type Numbers = "funderId" | "fundId" | "priorityId" | "themeId" | "deadlineDays";

function Choose(props: { filter: Numbers; label: string; filters: BidFilters; items: readonly Choice[] }) {
  return (
    <Select
      name={filterName(props.filter)}
      label={props.label}
      empty="All"
      items={props.items.map(({ id, text }) => ({ value: id, text }))}
      defaultValue={String(props.filters[props.filter] ?? "")}
    />
  );
}

/** A filter by words of a name, with what they find. */
function ByWords(props: {
  filter: "priorityTitle" | "ownerName";
  label: string;
  hint: string;
  none: string;
  filters: BidFilters;
  found: FoundNames | null;
}) {
  const { filter, found } = props;
  return (
    <Input
      name={filterName(filter)}
      label={props.label}
      hint={found === null || found.names.length === 0 ? props.hint : foundText(found)}
      error={found?.names.length === 0 ? props.none : undefined}
      width={20}
      defaultValue={props.filters[filter] ?? ""}
    />
  );
}

/** "Found: Jo Smith, Sam Smith and others". */
function foundText({ names, more }: FoundNames): string {
  return `Found: ${names.join(", ")}${more ? " and others" : ""}`;
}

function Amount(props: { filter: "amountFrom" | "amountTo"; label: string; filters: BidFilters }) {
  return (
    <Input
      name={filterName(props.filter)}
      label={props.label}
      prefix="£"
      width={10}
      inputMode="decimal"
      defaultValue={poundsForField(props.filters[props.filter])}
    />
  );
}

function Days({
  of,
  label,
  filters,
}: {
  of: "submitted" | "decided" | "closes";
  label: string;
  filters: BidFilters;
}) {
  return (
    <>
      <Input
        name={filterName(`${of}From`)}
        label={`${label} from`}
        type="date"
        width={10}
        defaultValue={filters[`${of}From`] ?? ""}
      />
      <Input
        name={filterName(`${of}To`)}
        label={`${label} to`}
        type="date"
        width={10}
        defaultValue={filters[`${of}To`] ?? ""}
      />
    </>
  );
}
