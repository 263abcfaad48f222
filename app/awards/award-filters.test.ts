import { describe, expect, test } from "vitest";
import { awardsHref, parseAwardFilters, unreadAwardFilters } from "./award-filters.ts";

const read = (query: string) => parseAwardFilters(new URLSearchParams(query));

describe("the filters of the list of awards", () => {
  test("are read from the address and give it back", () => {
    const query = "search=safer+streets&partnership=7&open=priority&before=40";
    expect(read(query)).toEqual({
      search: "safer streets",
      partnershipId: 7,
      open: "priority",
      status: null,
      beforeId: 40,
      afterId: null,
    });
    expect(awardsHref(read(query))).toBe(`/awards?${query}`);
    expect(awardsHref(read("after=9"))).toBe("/awards?after=9");
    expect(awardsHref({})).toBe("/awards");
  });

  test("that make no sense are left out", () => {
    expect(read("partnership=0&open=everything&before=-1&after=1e3&search=+%00+")).toEqual({
      search: null,
      partnershipId: null,
      open: null,
      status: null,
      beforeId: null,
      afterId: null,
    });
  });

  test("say what of an address is left out", () => {
    const unread = (query: string) =>
      unreadAwardFilters(new URLSearchParams(query)).map(({ name, text }) => `${name} ${text}`);
    expect(unread("search=safer+streets&partnership=7&open=any&status=overdue&before=40")).toEqual([]);
    expect([unread("status=late"), awardsHref(read("status=late"))]).toEqual([[], "/awards?status=late"]);
    expect(unread("partnership=x&open=all&status=gone&before=-4&q=1")).toEqual([
      ...["partnership x", "open all", "status gone", "before -4", "q 1"],
    ]);
  });
});
