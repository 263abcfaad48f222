import { ASKED_STATUSES, askedStatusName } from "#app/awards/index.ts";
import { BID_STATUS_TAGS, BID_STATUSES } from "#app/bids/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import type { Named, StandingChoices } from "./standing-choices.ts";
import {
  ALL_STANDING,
  countFurther,
  KIND_NAMES,
  KINDS,
  type StandingFilters,
  standingHref,
} from "./standing-filters.ts";
import { StandingMoreFilters } from "./standing-more-filters.tsx";

/** Of awards and bids alike. */
const LATE = "late";

/** Awards and bids by where they stand; what is called alike in both says of which it is. */
const STATUSES = [
  { value: LATE, text: "Late: awards overdue or to repay, bids past their date" },
  ...ASKED_STATUSES.filter((status) => status !== LATE).map((status) => ({
    value: status,
    text: `Award: ${askedStatusName(status)}`,
  })),
  ...BID_STATUSES.map((status) => ({ value: status, text: `Bid: ${BID_STATUS_TAGS[status].text}` })),
];

const OWNERS = [
  { value: "me", text: "Me" },
  { value: "nobody", text: "Nobody" },
];

type BoxProps = {
  filters: StandingFilters;
  choices: StandingChoices;
  /** The board has its statuses as columns, and is not asked for one of them. */
  at?: "/standing" | "/standing/board";
};

/**
 * The filters of where things stand, those in force as links that remove them. Most people need the first few: the others
 * come where they are asked for or in force.
 */
export function StandingFilterBox({ filters, choices, at = "/standing" }: BoxProps) {
  const { partnerships, owners, further } = choices;
  const count = countFurther(filters);
  return (
    <Filters
      chosen={chosenWords(filters, choices).map(({ text, without }) => ({
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
      {further && (
        <Details summary={count === 0 ? "More filters" : `More filters (${count} chosen)`} open>
          <StandingMoreFilters filters={filters} choices={further} />
        </Details>
      )}
      <ButtonGroup>
        <Button secondary>Apply filters</Button>
        {!further && (
          <Button secondary name="more" value="yes">
            More filters
          </Button>
        )}
      </ButtonGroup>
    </Filters>
  );
}

/** Without its last filter the list shows all, not the view that it opens with. */
function withoutView(href: string): string {
  return href === "/standing" ? ALL_STANDING : href;
}

/** The filters in force in words, each with what takes it away. */
export function chosenWords(
  filters: StandingFilters,
  { partnerships, owners, further }: StandingChoices,
): { text: string; without: Partial<StandingFilters> }[] {
  const { kind, search, year, amountFrom, amountTo, status, owner } = filters;
  const chosen: { text: string; without: Partial<StandingFilters> }[] = [];
  const addNamed = (
    filter: "partnershipId" | "funderId" | "fundId" | "roundId" | "priorityId" | "themeId",
    label: string,
    all?: readonly Named[],
  ) => {
    if (filters[filter] === null) return;
    const name = all?.find(({ id }) => id === filters[filter])?.name ?? "not in the list";
    chosen.push({ text: `${label}: ${name}`, without: { [filter]: null } });
  };
  if (kind !== "open") chosen.push({ text: KIND_NAMES[kind], without: { kind: "open" } });
  if (search !== null) chosen.push({ text: `Search: ${search}`, without: { search: null } });
  addNamed("partnershipId", "Partnership", partnerships);
  addNamed("funderId", "Funder", further?.funders);
  addNamed("fundId", "Fund", further?.funds);
  addNamed("roundId", "Round", further?.rounds);
  addNamed("priorityId", "Priority area", further?.priorities);
  addNamed("themeId", "Theme", further?.themes);
  if (amountFrom !== null) {
    chosen.push({ text: `${formatPounds(amountFrom)} or more`, without: { amountFrom: null } });
  }
  if (amountTo !== null) {
    chosen.push({ text: `${formatPounds(amountTo)} or less`, without: { amountTo: null } });
  }
  if (year !== null) {
    chosen.push({ text: `Financial year: ${formatFinancialYear(year)}`, without: { year: null } });
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
