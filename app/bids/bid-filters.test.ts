import { describe, expect, it } from "vitest";
import { bidsHref, NO_FILTERS, parseBidCursor, parseBidFilters } from "./bid-filters.ts";

const read = (query: string) => parseBidFilters(new URLSearchParams(query));

describe("the filters of the list of bids", () => {
  it("come back from the address that they make", () => {
    const filters = {
      statuses: ["draft", "submitted"] as const,
      partnershipId: 3,
      roundId: 14,
      search: "CCTV & lighting",
    };
    expect(read(bidsHref(filters).split("?")[1] ?? "")).toEqual(filters);
  });

  it("read the boxes of the form", () => {
    expect(read("status%5B%5D=awarded&status%5B%5D=draft&partnership=&round=&search=").statuses).toEqual([
      "draft",
      "awarded",
    ]);
  });

  it("leave out what makes no sense", () => {
    expect(read("status=dreaming&status=__proto__&partnership=-1&round=1e9&search=%20%00%20")).toEqual(
      NO_FILTERS,
    );
    expect(read("partnership=99999999999999999999")).toEqual(NO_FILTERS);
    expect(read(`search=${"x".repeat(5000)}`).search).toHaveLength(100);
  });

  it("make no address longer than they need", () => {
    expect(bidsHref({})).toBe("/bids");
    expect(bidsHref({ statuses: ["draft"] })).toBe("/bids?status=draft");
  });
});

describe("a place in the list", () => {
  it("stands after or before a bid", () => {
    expect(parseBidCursor(new URLSearchParams("after=7"))).toEqual({ after: 7 });
    expect(parseBidCursor(new URLSearchParams(bidsHref({}, { before: 7 }).split("?")[1]))).toEqual({
      before: 7,
    });
    expect(parseBidCursor(new URLSearchParams("after=x"))).toBeNull();
  });
});
