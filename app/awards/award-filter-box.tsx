import { Button } from "#app/ui/govuk/button.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { type AwardFilters, awardsHref } from "./award-filters.ts";
import { OPEN_DIMENSION_NAMES, OPEN_DIMENSIONS } from "./open-dimensions.rules.ts";
import { ASKED_STATUSES } from "./status/award-status.rules.ts";
import { askedStatusName } from "./status/award-status.tsx";
import type { Named } from "./version.ts";

type AwardFilterBoxProps = { filters: AwardFilters; partnerships: readonly Named[] };

const OPEN_NAMES = { any: "Anything", ...OPEN_DIMENSION_NAMES };

/** The filters of the list of awards, those in force as links that remove them. */
export function AwardFilterBox({ filters, partnerships }: AwardFilterBoxProps) {
  return (
    <Filters chosen={chosenFilters(filters, partnerships)}>
      <Input
        name="search"
        label="Title or reference"
        type="search"
        width={20}
        defaultValue={filters.search ?? ""}
      />
      {partnerships.length > 1 && (
        <Select
          name="partnership"
          label="Partnership"
          empty="All"
          items={partnerships.map(({ id, name }) => ({ value: id, text: name }))}
          defaultValue={String(filters.partnershipId ?? "")}
        />
      )}
      <Select
        name="open"
        label="Not yet apportioned"
        empty="Any award"
        items={(["any", ...OPEN_DIMENSIONS] as const).map((open) => ({
          value: open,
          text: OPEN_NAMES[open],
        }))}
        defaultValue={filters.open ?? ""}
      />
      <Select
        name="status"
        label="Status"
        empty="Any status"
        items={ASKED_STATUSES.map((status) => ({ value: status, text: askedStatusName(status) }))}
        defaultValue={filters.status ?? ""}
      />
      <Button secondary>Apply filters</Button>
    </Filters>
  );
}

function chosenFilters(
  { search, partnershipId, open, status = null }: AwardFilters,
  partnerships: readonly Named[],
) {
  const chosen = [];
  const filters = { search, partnershipId, open, status };
  if (search !== null) {
    chosen.push({ text: `Search: ${search}`, removeHref: awardsHref({ ...filters, search: null }) });
  }
  if (partnershipId !== null) {
    const name = partnerships.find(({ id }) => id === partnershipId)?.name ?? "not in the list";
    chosen.push({
      text: `Partnership: ${name}`,
      removeHref: awardsHref({ ...filters, partnershipId: null }),
    });
  }
  if (open !== null) {
    const text = `Not yet apportioned: ${OPEN_NAMES[open].toLowerCase()}`;
    chosen.push({ text, removeHref: awardsHref({ ...filters, open: null }) });
  }
  if (status !== null) {
    const text = `Status: ${askedStatusName(status).toLowerCase()}`;
    chosen.push({ text, removeHref: awardsHref({ ...filters, status: null }) });
  }
  return chosen;
}
