import { expect, test } from "vitest";
import type { Round } from "./funds.ts";
import { asksOfBids, filterRounds, parseRoundFilter, type RoundFilter } from "./round-filter.ts";

const NOW = "2026-11-21T09:00";
const round = (id: number, opensOn: string | null, closesAt: string | null) =>
  ({ id, opensOn, closesAt, decisionExpected: null, deliveryTo: null }) as Round;
const ROUNDS = [
  round(1, null, "2026-12-01T17:00"),
  round(2, null, "2027-06-01"),
  round(3, "2027-01-01", "2027-06-01"),
  round(4, null, "2026-11-20"),
  round(5, null, null),
];
const left = (filter: RoundFilter | null) =>
  filterRounds(ROUNDS, filter, NOW, { bidFor: new Set([1, 4]), notBid: new Set([2, 4]) }).map(({ id }) => id);

test("rounds are narrowed by where they stand now", () => {
  expect(left(null)).toEqual([1, 2, 3, 4, 5]);
  expect(left("open")).toEqual([1, 2]);
  expect(left("to_open")).toEqual([3]);
  expect(left("closed")).toEqual([4]);
});

test("and by what the partnerships of the reader did: a round may have a bid of one and a decision of another", () => {
  expect(left("bid_made")).toEqual([1, 4]);
  expect(left("not_bid")).toEqual([2, 4]);
  expect(left("neither")).toEqual([3, 5]);
  expect(asksOfBids("neither")).toBe(true);
  expect(asksOfBids("closed")).toBe(false);
});

test("an address with another word has no filter", () => {
  expect(parseRoundFilter("bid_made")).toBe("bid_made");
  expect(parseRoundFilter("constructor")).toBeNull();
  expect(parseRoundFilter("")).toBeNull();
});
