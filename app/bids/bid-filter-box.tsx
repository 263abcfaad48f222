import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { BID_STATUSES } from "./bid.status.ts";
import type { BidFilters } from "./bid-filters.ts";
import { BID_STATUS_TAGS } from "./bid-words.ts";
import { sortText } from "./finding/bid-sorts.ts";
import { chosenFilters, countFurther, furtherInForce } from "./finding/chosen-filters.ts";
import type { Choice, FilterChoices, FurtherChoices } from "./finding/filter-choices.ts";
import { MoreFilters } from "./finding/more-filters.tsx";

type BidFilterBoxProps = {
  filters: BidFilters;
  choices: FilterChoices;
  /** The filters that are needed now and then were asked for. */
  asked: boolean;
};

/**
 * The filters of the list of bids, those in force as links that remove them. The order of the list stays. Most people
 * need the first few: the others are half of the page's weight, and come where they are asked for; until then those in
 * force go along unseen.
 */
export function BidFilterBox({ filters, choices, asked }: BidFilterBoxProps) {
  const items = (all: readonly Choice[]) => all.map(({ id, text }) => ({ value: id, text }));
  const sort = sortText(filters.sort);
  const { manyPartnerships } = choices;
  const further = countFurther(filters, manyPartnerships);
  const partnership = (
    <Select
      name="partnership"
      label="Partnership"
      empty="All"
      items={items(choices.partnerships)}
      defaultValue={String(filters.partnershipId ?? "")}
    />
  );
  return (
    <Filters chosen={chosenFilters(filters, choices)}>
      {sort !== null && <HiddenField name="sort" value={sort} />}
      <Input
        name="search"
        label="Search"
        hint="Reference, title, funder, round, project or a word of the bid"
        type="search"
        defaultValue={filters.search ?? ""}
        width={20}
      />
      {!manyPartnerships && partnership}
      <Select
        name="round"
        label="Round"
        hint="Those that closed over 3 years ago are not listed: follow “Bids to this round” on the page of the round"
        empty="All"
        items={items(choices.rounds)}
        defaultValue={String(filters.roundId ?? "")}
      />
      <Details summary={chosenSummary("Choose by status", filters.statuses.length)}>
        <Checkboxes
          name="status[]"
          legend="Status"
          small
          items={BID_STATUSES.map((status) => ({ value: status, text: BID_STATUS_TAGS[status].text }))}
          defaultValues={filters.statuses}
        />
      </Details>
      {choices.further && (
        <Details
          summary={chosenSummary("More filters", further)}
          open={asked || findsNothing(choices.further)}
        >
          {manyPartnerships && partnership}
          <MoreFilters filters={filters} choices={choices.further} />
        </Details>
      )}
      {!choices.further &&
        furtherInForce(filters, manyPartnerships).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
      <ButtonGroup>
        <Button secondary>Apply filters</Button>
        {!choices.further && (
          <Button secondary name="more" value="yes">
            {chosenSummary("More filters", further)}
          </Button>
        )}
      </ButtonGroup>
    </Filters>
  );
}

/** Words that name nobody and nothing say so beside their field, which has to be in sight. */
function findsNothing({ ownersFound, prioritiesFound }: FurtherChoices): boolean {
  return [ownersFound, prioritiesFound].some((found) => found?.names.length === 0);
}

function chosenSummary(text: string, chosen: number): string {
  return chosen === 0 ? text : `${text} (${chosen} chosen)`;
}
