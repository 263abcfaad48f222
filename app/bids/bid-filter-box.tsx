import { Button } from "#app/ui/govuk/button.tsx";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { BID_STATUSES } from "./bid.status.ts";
import { type BidFilters, bidsHref } from "./bid-filters.ts";
import { BID_STATUS_TAGS } from "./bid-words.ts";

type Choice = { id: number; text: string };
type BidFilterBoxProps = {
  filters: BidFilters;
  partnerships: readonly Choice[];
  rounds: readonly Choice[];
};

/** The filters of the list of bids, those in force as links that remove them. */
export function BidFilterBox({ filters, partnerships, rounds }: BidFilterBoxProps) {
  const items = (choices: readonly Choice[]) => choices.map(({ id, text }) => ({ value: id, text }));
  return (
    <Filters chosen={chosenFilters(filters, partnerships, rounds)}>
      <Select
        name="partnership"
        label="Partnership"
        empty="All"
        items={items(partnerships)}
        defaultValue={String(filters.partnershipId ?? "")}
      />
      <Select
        name="round"
        label="Round"
        hint="Those that closed over 3 years ago are not listed: follow “Bids to this round” on the page of the round"
        empty="All"
        items={items(rounds)}
        defaultValue={String(filters.roundId ?? "")}
      />
      <Input
        name="search"
        label="Title or reference"
        type="search"
        defaultValue={filters.search ?? ""}
        width={20}
      />
      <Details summary={statusSummary(filters.statuses.length)}>
        <Checkboxes
          name="status[]"
          legend="Status"
          small
          items={BID_STATUSES.map((status) => ({ value: status, text: BID_STATUS_TAGS[status].text }))}
          defaultValues={filters.statuses}
        />
      </Details>
      <Button secondary>Apply filters</Button>
    </Filters>
  );
}

function statusSummary(chosen: number): string {
  return chosen === 0 ? "Choose by status" : `Choose by status (${chosen} chosen)`;
}

function chosenFilters(filters: BidFilters, partnerships: readonly Choice[], rounds: readonly Choice[]) {
  const textOf = (choices: readonly Choice[], id: number) =>
    choices.find((choice) => choice.id === id)?.text ?? "not in the list";
  const chosen = filters.statuses.map((status) => ({
    text: BID_STATUS_TAGS[status].text,
    removeHref: bidsHref({ ...filters, statuses: filters.statuses.filter((other) => other !== status) }),
  }));
  const { partnershipId, roundId, search } = filters;
  if (partnershipId !== null) {
    const text = `Partnership: ${textOf(partnerships, partnershipId)}`;
    chosen.push({ text, removeHref: bidsHref({ ...filters, partnershipId: null }) });
  }
  if (roundId !== null) {
    chosen.push({
      text: `Round: ${textOf(rounds, roundId)}`,
      removeHref: bidsHref({ ...filters, roundId: null }),
    });
  }
  if (search !== null) {
    chosen.push({ text: `Search: ${search}`, removeHref: bidsHref({ ...filters, search: null }) });
  }
  return chosen;
}
