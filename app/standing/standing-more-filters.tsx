import { formatFinancialYear } from "#app/core/financial-year.ts";
import { Select } from "#app/ui/govuk/select.tsx";
import type { FurtherChoices, Named } from "./standing-choices.ts";
import type { StandingFilters } from "./standing-filters.ts";

type MoreProps = { filters: StandingFilters; choices: FurtherChoices };

/** The filters that are needed now and then: from whom the money is, of which fund, round and year. */
export function StandingMoreFilters({ filters, choices }: MoreProps) {
  return (
    <div className="app-filters__more">
      <Choose name="funder" label="Funder" items={choices.funders} chosen={filters.funderId} />
      <Choose name="fund" label="Fund" items={choices.funds} chosen={filters.fundId} />
      <Choose
        name="round"
        label="Round"
        hint="Those that closed over 3 years ago are not listed"
        items={choices.rounds}
        chosen={filters.roundId}
      />
      <Choose
        name="year"
        label="Financial year"
        hint="Awards with money of that year; bids decided in it, else submitted, else recorded"
        items={choices.years.map((year) => ({ id: year, name: formatFinancialYear(year) }))}
        chosen={filters.year}
      />
    </div>
  );
}

type ChooseProps = {
  name: string;
  label: string;
  hint?: string;
  items: readonly Named[];
  chosen: number | null;
};

function Choose({ name, label, hint, items, chosen }: ChooseProps) {
  return (
    <Select
      name={name}
      label={label}
      hint={hint}
      empty="All"
      items={items.map(({ id, name: text }) => ({ value: id, text }))}
      defaultValue={String(chosen ?? "")}
    />
  );
}
