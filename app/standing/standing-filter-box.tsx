import { AWARD_STATUS_TAGS, AWARD_STATUSES } from "#app/awards/index.ts";
import { BID_STATUS_TAGS, BID_STATUSES } from "#app/bids/index.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { ALL_STANDING, KIND_NAMES, KINDS, type StandingFilters, standingHref } from "./standing-filters.ts";

type Named = { id: number; name: string };

/** Awards and bids by where they stand; what is called alike in both says of which it is. */
const STATUSES = [
  ...AWARD_STATUSES.map((status) => ({ value: status, text: `Award: ${AWARD_STATUS_TAGS[status].name}` })),
  ...BID_STATUSES.map((status) => ({ value: status, text: `Bid: ${BID_STATUS_TAGS[status].text}` })),
];

const OWNERS = [
  { value: "me", text: "Me" },
  { value: "nobody", text: "Nobody" },
];

type BoxProps = {
  filters: StandingFilters;
  partnerships: readonly Named[];
  /** The people whose bids and awards can be asked for. */
  owners: readonly Named[];
  /** The board has its statuses as columns, and is not asked for one of them. */
  at?: "/standing" | "/standing/board";
};

/** The filters of where things stand, those in force as links that remove them. */
export function StandingFilterBox({ filters, partnerships, owners, at = "/standing" }: BoxProps) {
  return (
    <Filters
      chosen={chosenWords(filters, partnerships, owners).map(({ text, without }) => ({
        text,
        removeHref: withoutView(standingHref({ ...filters, ...without }, null, at)),
      }))}
    >
      <Input
        name="search"
        label="Title or reference"
        type="search"
        width={20}
        defaultValue={filters.search ?? ""}
      />
      {at === "/standing" && (
        <Select
          name="kind"
          label="Which"
          items={KINDS.map((kind) => ({ value: kind, text: KIND_NAMES[kind] }))}
          defaultValue={filters.kind}
        />
      )}
      {partnerships.length > 1 && (
        <Select
          name="partnership"
          label="Partnership"
          empty="All"
          items={partnerships.map(({ id, name }) => ({ value: id, text: name }))}
          defaultValue={String(filters.partnershipId ?? "")}
        />
      )}
      {at === "/standing" && (
        <Select
          name="status"
          label="Status"
          empty="Any status"
          items={STATUSES}
          defaultValue={filters.status ?? ""}
        />
      )}
      <Select
        name="owner"
        label="Owner"
        empty="Anybody"
        items={[...OWNERS, ...owners.map(({ id, name }) => ({ value: id, text: name }))]}
        defaultValue={String(filters.owner ?? "")}
      />
      <Button secondary>Apply filters</Button>
    </Filters>
  );
}

/** Without its last filter the list shows all, not the view that it opens with. */
function withoutView(href: string): string {
  return href === "/standing" ? ALL_STANDING : href;
}

/** The filters in force in words, each with what takes it away. */
export function chosenWords(
  { kind, search, partnershipId, status, owner }: StandingFilters,
  partnerships: readonly Named[],
  owners: readonly Named[],
): { text: string; without: Partial<StandingFilters> }[] {
  const chosen: { text: string; without: Partial<StandingFilters> }[] = [];
  if (kind !== "open") chosen.push({ text: KIND_NAMES[kind], without: { kind: "open" } });
  if (search !== null) chosen.push({ text: `Search: ${search}`, without: { search: null } });
  if (partnershipId !== null) {
    const name = partnerships.find(({ id }) => id === partnershipId)?.name ?? "not in the list";
    chosen.push({ text: `Partnership: ${name}`, without: { partnershipId: null } });
  }
  if (status !== null) {
    const text = STATUSES.find(({ value }) => value === status)?.text ?? "";
    chosen.push({ text, without: { status: null } });
  }
  if (owner !== null) {
    const name = typeof owner === "number" ? owners.find(({ id }) => id === owner)?.name : owner;
    chosen.push({ text: `Owner: ${name ?? "not in the list"}`, without: { owner: null } });
  }
  return chosen;
}
