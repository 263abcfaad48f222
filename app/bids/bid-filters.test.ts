import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#app/core/calendar-date.ts";
import { searchWords } from "#app/core/search-words.ts";
import { BID_STATUSES } from "./bid.status.ts";
import {
  type BidFilters,
  bidsHref,
  bidsQuery,
  NO_FILTERS,
  parseBidCursor,
  parseBidFilters,
  unreadFilters,
} from "./bid-filters.ts";
import { BID_SORTS } from "./finding/bid-sorts.ts";

const read = (query: string) => parseBidFilters(new URLSearchParams(query));

const orNot = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
const id = orNot(fc.integer({ min: 1, max: 999_999 }));
const pence = orNot(fc.integer({ min: 0, max: 9_999_999_999 }));
const day = orNot(fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1950-01-01", days)));
const words = orNot(
  fc
    .string({ unit: "grapheme", maxLength: 40 })
    .map((text) =>
      text
        .normalize("NFC")
        .replace(/\p{Cc}|\p{Cs}/gu, "")
        .trim(),
    )
    .filter((text) => text !== "" && text.normalize("NFC") === text),
);
/** Words that something can be searched by. */
const searched = words.filter((text) => text === null || searchWords(text).length > 0);
const anyFilters: fc.Arbitrary<BidFilters> = fc.record({
  search: words,
  statuses: fc.subarray([...BID_STATUSES]),
  partnershipId: id,
  funderId: id,
  fundId: id,
  roundId: id,
  priorityId: id,
  priorityTitle: searched,
  themeId: id,
  owner: fc.oneof(
    fc.constantFrom("me" as const, "nobody" as const),
    fc.integer({ min: 1, max: 99 }),
    fc.constant(null),
  ),
  ownerName: searched,
  leadOfficer: words,
  year: orNot(fc.integer({ min: 1990, max: 2100 })),
  amountFrom: pence,
  amountTo: pence,
  amountNotRecorded: fc.boolean(),
  submittedFrom: day,
  submittedTo: day,
  decidedFrom: day,
  decidedTo: day,
  closesFrom: day,
  closesTo: day,
  deadlineDays: orNot(fc.integer({ min: 1, max: 366 })),
  lateAt: fc.constant(null),
  sort: fc.record({ by: fc.constantFrom(...BID_SORTS), descending: fc.boolean() }),
});

describe("the filters of the list of bids", () => {
  it("say what was typed and makes no sense, and take a year as it is written elsewhere", () => {
    const typed = "year=2026+to+2027&amount-from=5k&closes-to=31%2F2%2F2026&search=+&owner=me";
    expect(unreadFilters(new URLSearchParams(typed))).toEqual([
      { name: "amount-from", text: "5k" },
      { name: "closes-to", text: "31/2/2026" },
    ]);
    expect(read(typed)).toMatchObject({ year: 2026, amountFrom: null, closesTo: null, owner: "me" });
  });

  it("say what stands under a name that is no filter, and nothing of what the list itself writes", () => {
    const unread = (query: string) => unreadFilters(new URLSearchParams(query));
    expect(unread("q=zzz&foo=1&search=park&empty=")).toEqual([
      { name: "q", text: "zzz" },
      { name: "foo", text: "1" },
    ]);
    expect(unread("status=draft&status=gone&amount=some&sort=colour&after=x")).toEqual([
      { name: "status", text: "gone" },
      { name: "amount", text: "some" },
      { name: "sort", text: "colour" },
      { name: "after", text: "x" },
    ]);
    expect(unread("amount-from=abc&year=abc&submitted-from=2026-13-45").map(({ name }) => name)).toEqual([
      "amount-from",
      "year",
      "submitted-from",
    ]);
    expect(unread("sort=-reference")).toEqual([]);
    const own =
      "status=draft&status[]=draft&amount=not-recorded&sort=title&after=3&before=2&more=yes&choose=all&all=yes";
    expect(unread(own)).toEqual([]);
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(unread(bidsQuery(filters))).toEqual([]);
      }),
    );
  });

  it("come back from every address that they make", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(read(bidsHref(filters).split("?")[1] ?? "")).toEqual(filters);
      }),
    );
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
    expect(
      read("amount-from=lots&year=23&submitted-from=2026-02-30&deadline=0&amount=known&sort=luck"),
    ).toEqual(NO_FILTERS);
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
