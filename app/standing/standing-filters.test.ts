import { expect, it } from "vitest";
import {
  awardStatusOf,
  bidStatusOf,
  NO_FILTERS,
  parseStandingFilters,
  parseStandingPlace,
  standingHref,
  unreadStanding,
} from "./standing-filters.ts";

it("filters and a place stand in the address and are read back from it; what makes no sense is left out", () => {
  const money = { funderId: 4, fundId: 5, roundId: 6, priorityId: 7, themeId: 8, year: 2026 };
  const amounts = { amountFrom: 1_000_050, amountTo: 5_000_000 };
  const asked = { kind: "all", search: "CCTV", partnershipId: 3, status: "overdue", owner: "me" } as const;
  const filters = { ...asked, ...money, ...amounts };
  const href = standingHref(filters, { of: "bid", after: 9 });
  const params = new URL(href, "https://example.org").searchParams;
  expect(parseStandingFilters(params)).toEqual(filters);
  expect(parseStandingPlace(params)).toEqual({ of: "bid", after: 9 });
  expect(standingHref({})).toBe("/standing");
  const nonsense = new URLSearchParams(
    "kind=x&partnership=-1&funder=0&theme=x&amount-from=much&amount-to=-5&year=soon&status=lost&owner=1x&after-award=0",
  );
  expect(parseStandingFilters(nonsense)).toEqual(NO_FILTERS);
  expect(parseStandingPlace(nonsense)).toBeNull();
});

it("a status is of bids or of awards, never of both", () => {
  const overdue = { ...NO_FILTERS, status: "overdue" as const };
  expect([awardStatusOf(overdue), bidStatusOf(overdue)]).toEqual(["overdue", undefined]);
  const late = parseStandingFilters(new URLSearchParams("status=late"));
  expect([awardStatusOf(late), bidStatusOf(late), standingHref(late)]).toEqual([
    ...["late", undefined, "/standing?status=late"],
  ]);
  expect([awardStatusOf(NO_FILTERS), bidStatusOf(NO_FILTERS)]).toEqual([null, null]);
});

it("what stands in an address and is no filter, or is none of its values, is told", () => {
  const unread = (query: string) => unreadStanding(new URLSearchParams(query)).map(({ name }) => name);
  expect(unread("kind=open&search=CCTV&amount-from=£1,000&more=yes&all=yes&after-bid=7")).toEqual([]);
  expect(unread("kind=lost&theme=x&amount-to=much&colour=red&search=CCTV")).toEqual([
    "kind",
    "theme",
    "amount-to",
    "colour",
  ]);
});

it("says what of an address it leaves out, and of the board also what only the list has", () => {
  const unread = (query: string, none = {}) =>
    unreadStanding(new URLSearchParams(query), none).map(({ name, text }) => `${name} ${text}`);
  const asked = "kind=all&status=overdue&year=2026+to+2027&owner=me&after-award=4&more=yes&all=yes";
  expect(unread(asked)).toEqual([]);
  expect(unread("kind=open&search=CCTV")).toEqual([]);
  expect(unread("kind=some&status=gone&year=abc&owner=you&fund=-1&q=1")).toHaveLength(5);
  const board = { kind: null, status: null };
  expect(unread("kind=all&status=overdue&owner=me", board)).toEqual(["kind all", "status overdue"]);
});
