import { formatFinancialYear } from "#app/core/financial-year.ts";
import { poundsForField } from "#app/core/money.ts";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import type { FurtherChoices, Named } from "./standing-choices.ts";
import type { StandingFilters } from "./standing-filters.ts";

type MoreProps = { filters: StandingFilters; choices: FurtherChoices };

/** The filters that are needed now and then: from whom the money is, of which fund, round and year, for what and how much. */
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
        name="priority"
        label="Priority area"
        hint={
          choices.priorities.length === 0
            ? "Choose a partnership, and its priority areas are listed"
            : "Awards with money for it, and bids that name it"
        }
        items={choices.priorities}
        chosen={filters.priorityId}
      />
      <Choose
        name="theme"
        label="Theme"
        hint="Awards with money counted under it, and bids that name it"
        items={choices.themes}
        chosen={filters.themeId}
      />
      <Choose
        name="year"
        label="Financial year"
        hint="Awards with money of that year; bids decided in it, else submitted, else recorded"
        items={choices.years.map((year) => ({ id: year, name: formatFinancialYear(year) }))}
        chosen={filters.year}
      />
      <Amount
        name="amount-from"
        label="Amount from"
        hint="What an award comes to, or a bid requests"
        pence={filters.amountFrom}
      />
      <Amount name="amount-to" label="Amount to" pence={filters.amountTo} />
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

type AmountProps = { name: string; label: string; hint?: string; pence: number | null };

function Amount({ name, label, hint, pence }: AmountProps) {
  return (
    <Input
      name={name}
      label={label}
      hint={hint}
      prefix="£"
      width={10}
      inputMode="decimal"
      defaultValue={poundsForField(pence)}
    />
  );
}
