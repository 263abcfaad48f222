import { describe, expect, test } from "vitest";
import type { MatchItem } from "../content/content.ts";
import { matchNeeded, matchSums, matchWords, sameMatch, sameMatchWords } from "./match.rules.ts";

const item = (given: Partial<MatchItem>): MatchItem => ({
  source: "Anytown Council",
  description: null,
  form: "cash",
  standing: "pledged",
  amountPence: 5_000_00,
  ...given,
});
const other = (given: Partial<MatchItem>) => ({
  ...item(given),
  bidId: 7,
  reference: "B-000007",
  title: "Lights",
});

describe("match funding", () => {
  test("adds up in all, in cash and confirmed; what has no amount is counted beside", () => {
    const sums = matchSums([
      item({}),
      item({ form: "in_kind", standing: "confirmed", amountPence: 1_234_56 }),
      item({ amountPence: null }),
    ]);
    expect(sums).toEqual({
      totalPence: 6_234_56,
      cashPence: 5_000_00,
      confirmedPence: 1_234_56,
      withoutAmount: 1,
    });
    expect(matchWords(sums)).toBe(
      "Match of £6,234.56, of which £1,234.56 is confirmed and £5,000 is cash. 1 source has no amount.",
    );
  });

  test("that a percentage asks for is rounded up to the penny", () => {
    expect(matchNeeded(432_000_00, 20_00)).toBe(86_400_00);
    expect(matchNeeded(1_01, 50_00)).toBe(51);
    expect(matchNeeded(1_000_00, 12_50)).toBe(125_00);
    expect(matchNeeded(1, 1)).toBe(1);
    expect(matchNeeded(0, 50_00)).toBe(0);
  });
});

describe("the same match in two live bids", () => {
  test("is of the same source, form and amount, whatever the case of the name", () => {
    expect(sameMatch(item({}), [other({ source: "anytown  council" })])).toHaveLength(1);
    expect(sameMatch(item({}), [other({ source: "Otherton Council" })])).toEqual([]);
    expect(sameMatch(item({}), [other({ form: "in_kind" })])).toEqual([]);
    expect(sameMatch(item({}), [other({ amountPence: 6_000_00 })])).toEqual([]);
  });

  test("may be any amount where one is not recorded, or where the two are described alike", () => {
    expect(sameMatch(item({}), [other({ amountPence: null })])).toHaveLength(1);
    const described = { description: "Half of a warden" };
    expect(sameMatch(item(described), [other({ ...described, amountPence: 6_000_00 })])).toHaveLength(1);
  });

  test("is named with the other bid", () => {
    expect(sameMatchWords(item({}), other({}))).toBe(
      "£5,000 from Anytown Council also stands in B-000007 Lights",
    );
  });

  test("is named with both amounts where they are not the same", () => {
    expect(sameMatchWords(item({}), other({ amountPence: 6_000_00 }))).toBe(
      "Match from Anytown Council, £5,000 here, stands in B-000007 Lights as £6,000",
    );
    expect(sameMatchWords(item({ amountPence: null }), other({}))).toBe(
      "Match from Anytown Council, an amount not recorded here, stands in B-000007 Lights as £5,000",
    );
  });
});
