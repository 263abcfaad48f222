import { type UnreadFilter, unreadIn } from "#app/ui/forms/unread-filters.ts";
import { OPEN_DIMENSIONS, type OpenDimension } from "./open-dimensions.rules.ts";
import { ASKED_STATUSES, type AskedStatus } from "./status/award-status.rules.ts";

/** Which awards of those that a person may read the list shows; null means all. */
export type AwardFilters = {
  /** Words of the reference or the title. */
  search: string | null;
  partnershipId: number | null;
  /** Awards with money not yet apportioned: in any dimension, or in the one named. */
  open: OpenDimension | "any" | null;
  /** Where the award stands today, or all that are late. */
  status?: AskedStatus | null;
  /** Whose it is: of the person with this number, or of nobody. No part of the address of the list. */
  owner?: number | "nobody" | null;
  /** From whom, of which fund and year its money is, and of which round it came. No part of the address of the list. */
  money?: AwardMoney;
  /** These alone, by their numbers. No part of the address of the list. */
  ids?: readonly number[];
  /** A place in the list: the awards older than this one. */
  beforeId: number | null;
  /** A place in the list: the awards newer than this one. */
  afterId?: number | null;
};

/** What is asked of the money of an award; null is all. */
export type AwardMoney = {
  funderId: number | null;
  fundId: number | null;
  /** The award's own, or else its bid's. */
  roundId: number | null;
  /** A financial year in which it has money. */
  year: number | null;
  /** A priority area for which it has money, and a theme under which its money is counted. */
  priorityId: number | null;
  themeId: number | null;
  /** What it comes to, pence; an amount that is not recorded is neither more nor less. */
  amountFrom: number | null;
  amountTo: number | null;
};

const SEARCH_LENGTH = 100;

/** Reads the filters of an address; what makes no sense is left out. */
export function parseAwardFilters(params: URLSearchParams): AwardFilters {
  const search = (params.get("search") ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim();
  const open = params.get("open");
  const status = ASKED_STATUSES.find((each) => each === params.get("status"));
  return {
    search: search === "" ? null : [...search].slice(0, SEARCH_LENGTH).join(""),
    partnershipId: numberIn(params, "partnership"),
    open: open === "any" ? open : (OPEN_DIMENSIONS.find((dimension) => dimension === open) ?? null),
    status: status ?? null,
    beforeId: numberIn(params, "before"),
    afterId: numberIn(params, "after"),
  };
}

/** The address of the list with these filters, at a place in it or at its start. */
export function awardsHref(filters: Partial<AwardFilters>): string {
  const { search, partnershipId, open, status, beforeId, afterId } = filters;
  const params = new URLSearchParams();
  if (search != null) params.set("search", search);
  if (partnershipId != null) params.set("partnership", String(partnershipId));
  if (open != null) params.set("open", open);
  if (status != null) params.set("status", status);
  if (beforeId != null) params.set("before", String(beforeId));
  else if (afterId != null) params.set("after", String(afterId));
  const query = params.toString();
  return query === "" ? "/awards" : `/awards?${query}`;
}

/** What of an address of the list is left out because it makes no sense, or is no filter. */
export function unreadAwardFilters(params: URLSearchParams): UnreadFilter[] {
  const { beforeId, afterId, ...filters } = parseAwardFilters(params);
  const understood = new URLSearchParams(awardsHref(filters).replace(/^[^?]*\??/, ""));
  if (beforeId !== null) understood.set("before", String(beforeId));
  if (afterId != null) understood.set("after", String(afterId));
  return unreadIn(params, understood);
}

function numberIn(params: URLSearchParams, name: string): number | null {
  const text = params.get(name) ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
