import { formatDate } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { type BidFilters, bidsHref, bidsQuery } from "../bid-filters.ts";
import { BID_STATUS_TAGS } from "../bid-words.ts";
import type { Choice, FilterChoices } from "./filter-choices.ts";

/** The filters in force, each with the address of the list without it. */
export function chosenFilters(filters: BidFilters, { partnerships, rounds, named: of }: FilterChoices) {
  const without = (change: Partial<BidFilters>) => bidsHref({ ...filters, ...change });
  const chosen = filters.statuses.map((status) => ({
    text: BID_STATUS_TAGS[status].text,
    removeHref: without({ statuses: filters.statuses.filter((other) => other !== status) }),
  }));
  const add = <Filter extends keyof BidFilters>(
    filter: Filter,
    words: (value: NonNullable<BidFilters[Filter]>) => string,
  ) => {
    const value = filters[filter];
    if (value === null || value === false) return;
    chosen.push({
      text: words(value as NonNullable<BidFilters[Filter]>),
      removeHref: without({ [filter]: value === true ? false : null }),
    });
  };
  const named = (label: string, all: readonly Choice[]) => (id: number) =>
    `${label}: ${all.find((choice) => choice.id === id)?.text ?? "not in the list"}`;
  const dated = (label: string) => (day: string) => `${label} ${formatDate(day)}`;
  add("search", (search) => `Search: ${search}`);
  add("partnershipId", named("Partnership", partnerships));
  add("funderId", named("Funder", of.funders));
  add("fundId", named("Fund", of.funds));
  add("roundId", named("Round", rounds));
  add("priorityId", named("Priority area", of.priorities));
  add("priorityTitle", (words) => `Priority area: “${words}”`);
  add("themeId", named("Theme", of.themes));
  add("owner", (owner) => {
    if (owner === "me" || owner === "nobody") return `Owner: ${owner}`;
    return named("Owner", of.owners)(owner);
  });
  add("ownerName", (words) => `Owner: “${words}”`);
  add("leadOfficer", (officer) => `Lead officer: ${officer}`);
  add("year", (year) => `Financial year: ${formatFinancialYear(year)}`);
  add("amountFrom", (pence) => `${formatPounds(pence)} or more`);
  add("amountTo", (pence) => `${formatPounds(pence)} or less`);
  add("amountNotRecorded", () => "Amount not recorded");
  add("submittedFrom", dated("Submitted from"));
  add("submittedTo", dated("Submitted to"));
  add("decidedFrom", dated("Decided from"));
  add("decidedTo", dated("Decided to"));
  add("closesFrom", dated("Round closes from"));
  add("closesTo", dated("Round closes to"));
  add("deadlineDays", (days) => `To be submitted within ${days} ${days === 1 ? "day" : "days"}`);
  return chosen;
}

/** Filters that stand behind "More filters". */
const FURTHER = [
  "funderId",
  "fundId",
  "priorityId",
  "priorityTitle",
  "themeId",
  "owner",
  "ownerName",
  "leadOfficer",
  "year",
  "amountFrom",
  "amountTo",
  "submittedFrom",
  "submittedTo",
  "decidedFrom",
  "decidedTo",
  "closesFrom",
  "closesTo",
  "deadlineDays",
] as const satisfies readonly (keyof BidFilters)[];

/**
 * How many of the filters behind "More filters" are in force.
 * @param many the partnership is among them: there are too many to be offered before.
 */
export function countFurther(filters: BidFilters, many: boolean): number {
  const values = furtherOf(many).filter((filter) => filters[filter] !== null);
  return values.length + Number(filters.amountNotRecorded);
}

/** The filters behind "More filters" that are in force, as they stand in an address. */
export function furtherInForce(filters: BidFilters, many: boolean): [name: string, value: string][] {
  const { amountNotRecorded } = filters;
  const further = Object.fromEntries(furtherOf(many).map((filter) => [filter, filters[filter]]));
  return [...new URLSearchParams(bidsQuery({ ...further, amountNotRecorded }))];
}

function furtherOf(many: boolean): readonly (keyof BidFilters)[] {
  return many ? [...FURTHER, "partnershipId"] : FURTHER;
}
