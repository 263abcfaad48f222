import { describe, expect, test } from "vitest";
import { figuresOfBid } from "./figures-of-bid.ts";

const content = { match: { match: [] }, outcomes: { outcomes: [] } };
const gift = { source: "Anytown Council", description: null, form: null, standing: null };
const outcome = { measure: "Thefts", unit: null, targetValue: null, targetOn: null };

describe("the figures of a bid that an attachment can state", () => {
  test("are none where nothing is recorded", () => {
    const bid = { requestedPence: null, requestedBasis: "not_recorded" } as const;
    const unknown = {
      match: { match: [{ ...gift, amountPence: null }] },
      outcomes: { outcomes: [{ ...outcome, baselineValue: null }] },
    };
    expect(figuresOfBid({ bid, content })).toEqual([]);
    expect(figuresOfBid({ bid, content: unknown })).toEqual([]);
  });

  test("are the amount requested, the match of each source and the baseline of each measure", () => {
    const bid = { requestedPence: 54_000_00, requestedBasis: "approximate" } as const;
    const known = {
      match: {
        match: [
          { ...gift, amountPence: 5_000_00 },
          { ...gift, amountPence: 1_000_00 },
        ],
      },
      outcomes: { outcomes: [{ ...outcome, baselineValue: 1167.5 }] },
    };
    expect(figuresOfBid({ bid, content: known })).toEqual([
      { figure: "requested", value: "approximately £54,000" },
      { figure: "match", item: "Anytown Council", value: "£6,000" },
      { figure: "baseline", item: "Thefts", value: "1,167.5" },
    ]);
  });
});
