import { isIsoDay } from "#app/core/calendar-date.ts";
import { parseFinancialYear } from "#app/core/financial-year.ts";
import { parsePounds, poundsForField } from "#app/core/money.ts";
import { searchWords } from "#app/core/search-words.ts";
import { type UnreadFilter, unreadIn } from "#app/ui/forms/unread-filters.ts";
import { BID_STATUSES, type BidStatus } from "./bid.status.ts";
import { type BidSort, NEWEST_FIRST, parseSort, sortText } from "./finding/bid-sorts.ts";

/** Whose bids: those of whoever looks at the list, of nobody, or of the person with this number. */
export type OwnerFilter = "me" | "nobody" | number;

/** Which bids of those that a person may read the list shows, and in what order; null, none and false mean all. */
export type BidFilters = {
  /** Words of the title, the reference, the purpose, the funder, the fund, the round or a project. */
  search: string | null;
  statuses: readonly BidStatus[];
  partnershipId: number | null;
  funderId: number | null;
  fundId: number | null;
  roundId: number | null;
  priorityId: number | null;
  /** Words of the title of a priority area. */
  priorityTitle: string | null;
  themeId: number | null;
  /** Whoever looks, nobody, or the person with this number. */
  owner: OwnerFilter | null;
  /** Words of the owner's name. */
  ownerName: string | null;
  /** A part of what stands there. */
  leadOfficer: string | null;
  /** The financial year in which it was decided, else submitted, else recorded. */
  year: number | null;
  /** Pence. */
  amountFrom: number | null;
  amountTo: number | null;
  amountNotRecorded: boolean;
  /** ISO days. */
  submittedFrom: string | null;
  submittedTo: string | null;
  decidedFrom: string | null;
  decidedTo: string | null;
  closesFrom: string | null;
  closesTo: string | null;
  /** Not submitted yet, and its round closes within so many days. */
  deadlineDays: number | null;
  /** Late at this UK local time. No part of the address of the list. */
  lateAt: string | null;
  sort: BidSort;
};

export const NO_FILTERS: BidFilters = {
  search: null,
  statuses: [],
  partnershipId: null,
  funderId: null,
  fundId: null,
  roundId: null,
  priorityId: null,
  priorityTitle: null,
  themeId: null,
  owner: null,
  ownerName: null,
  leadOfficer: null,
  year: null,
  amountFrom: null,
  amountTo: null,
  amountNotRecorded: false,
  submittedFrom: null,
  submittedTo: null,
  decidedFrom: null,
  decidedTo: null,
  closesFrom: null,
  closesTo: null,
  deadlineDays: null,
  lateAt: null,
  sort: NEWEST_FIRST,
};

/** A place in the list: the bids after or before the one with this number, in the order of the list. */
export type BidCursor = { after: number } | { before: number } | null;

const TEXT_LENGTH = 100;

/** How one filter stands in an address. */
type Spelling<Value> = {
  name: string;
  read: (text: string) => Value | null;
  write: (value: Value) => string;
};
type Single = Exclude<keyof BidFilters, "statuses" | "sort" | "amountNotRecorded" | "lateAt">;
type Spellings = { [Filter in Single]: Spelling<NonNullable<BidFilters[Filter]>> };

const id = (name: string): Spelling<number> => ({ name, read: numberIn, write: String });
const words = (name: string): Spelling<string> => ({ name, read: wordsIn, write: String });
const searched = (name: string): Spelling<string> => ({
  name,
  read: (text) => (searchWords(text).length === 0 ? null : wordsIn(text)),
  write: String,
});
const pounds = (name: string): Spelling<number> => ({ name, read: penceIn, write: poundsForField });
const day = (name: string): Spelling<string> => ({
  name,
  read: (text) => (isIsoDay(text) ? text : null),
  write: String,
});
const between = (name: string, from: number, to: number): Spelling<number> => ({
  name,
  read: (text) => (Number(numberIn(text)) >= from && Number(text) <= to ? Number(text) : null),
  write: String,
});

const SPELLINGS: Spellings = {
  search: words("search"),
  partnershipId: id("partnership"),
  funderId: id("funder"),
  fundId: id("fund"),
  roundId: id("round"),
  priorityId: id("priority"),
  priorityTitle: searched("priority-title"),
  themeId: id("theme"),
  owner: {
    name: "owner",
    read: (text) => (text === "me" || text === "nobody" ? text : numberIn(text)),
    write: String,
  },
  ownerName: searched("owner-name"),
  leadOfficer: words("officer"),
  year: { name: "year", read: yearIn, write: String },
  amountFrom: pounds("amount-from"),
  amountTo: pounds("amount-to"),
  submittedFrom: day("submitted-from"),
  submittedTo: day("submitted-to"),
  decidedFrom: day("decided-from"),
  decidedTo: day("decided-to"),
  closesFrom: day("closes-from"),
  closesTo: day("closes-to"),
  deadlineDays: between("deadline", 1, 366),
};
const SINGLE = Object.keys(SPELLINGS) as Single[];

/** The name that a filter has in an address and in the form. */
export const filterName = (filter: Single): string => SPELLINGS[filter].name;

/** Reads the filters of an address; what makes no sense is left out. */
export function parseBidFilters(params: URLSearchParams): BidFilters {
  const asked = [...params.getAll("status"), ...params.getAll("status[]")];
  const single = SINGLE.map((filter) => {
    const { name, read } = SPELLINGS[filter];
    return [filter, read(typedAs(name, params))];
  });
  return {
    ...NO_FILTERS,
    ...Object.fromEntries(single),
    statuses: BID_STATUSES.filter((status) => asked.includes(status)),
    amountNotRecorded: params.get("amount") === "not-recorded",
    sort: parseSort(params.get("sort")),
  };
}

/** What else stands in an address of the list: how it is shown. */
const BESIDE = ["more", "choose", "all"];

/** What stands in an address and makes no sense, or under a name that is no filter: it is left out, which the list says. */
export function unreadFilters(params: URLSearchParams): UnreadFilter[] {
  const filters = parseBidFilters(params);
  const understood = new URLSearchParams(bidsQuery(filters));
  for (const name of ["after", "before"]) {
    const place = typedAs(name, params);
    if (numberIn(place) !== null) understood.set(name, place);
  }
  // The order that the list has anyway is in none of its own addresses.
  const usual = "-reference";
  if (params.get("sort") === usual) understood.set("sort", usual);
  return unreadIn(params, understood, BESIDE);
}

function typedAs(name: string, params: URLSearchParams): string {
  return (params.get(name) ?? "").trim();
}

/** Reads the place in the list from an address; the first page where there is none. */
export function parseBidCursor(params: URLSearchParams): BidCursor {
  const after = numberIn(params.get("after") ?? "");
  if (after !== null) return { after };
  const before = numberIn(params.get("before") ?? "");
  return before === null ? null : { before };
}

/** The address of the list with these filters, at a place in it or at its start. */
export function bidsHref(filters: Partial<BidFilters>, cursor: BidCursor = null): string {
  const query = bidsQuery(filters, cursor);
  return query === "" ? "/bids" : `/bids?${query}`;
}

/** The part of that address behind the question mark; empty where nothing is filtered or sorted. */
export function bidsQuery(filters: Partial<BidFilters>, cursor: BidCursor = null): string {
  const params = new URLSearchParams();
  for (const status of filters.statuses ?? []) params.append("status", status);
  for (const filter of SINGLE) {
    const { name, write } = SPELLINGS[filter] as Spelling<unknown>;
    const value = filters[filter] ?? null;
    if (value !== null) params.set(name, write(value));
  }
  if (filters.amountNotRecorded) params.set("amount", "not-recorded");
  const sort = sortText(filters.sort ?? NEWEST_FIRST);
  if (sort !== null) params.set("sort", sort);
  for (const [name, bid] of Object.entries(cursor ?? {})) params.set(name, String(bid));
  return params.toString();
}

/** The financial year that an address names, as 2026 or as it is written elsewhere; null where it makes no sense. */
export function yearIn(text: string): number | null {
  const year = parseFinancialYear(text);
  return year !== null && year >= 1990 && year <= 2100 ? year : null;
}

/** The pence that an address asks for as pounds; null where it makes no sense. */
export function penceIn(text: string): number | null {
  const parsed = parsePounds(text);
  return parsed.ok ? parsed.pence : null;
}

function wordsIn(text: string): string | null {
  const tidy = text
    .normalize("NFC")
    .replace(/\p{Cc}|\p{Cs}/gu, " ")
    .trim();
  return tidy === "" ? null : [...tidy].slice(0, TEXT_LENGTH).join("").trim();
}

function numberIn(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
