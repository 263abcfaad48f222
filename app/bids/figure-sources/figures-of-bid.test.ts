import { describe, expect, test } from "vitest";
import { figuresOfBid } from "./figures-of-bid.ts";

const content = { costs: { costs: [] }, match: { match: [] }, outcomes: { outcomes: [] } };
const gift = { source: "Anytown Council", description: null, form: null, standing: null };
const outcome = { measure: "Thefts", unit: null, targetValue: null, targetOn: null };

describe("the figures of a bid that an attachment can state", () => {
  test("are none where nothing is recorded", () => {
    const bid = { requestedPence: null, requestedBasis: "not_recorded" } as const;
    const unknown = {
      costs: { costs: [{ financialYear: 2026, revenuePence: null, capitalPence: null }] },
      match: { match: [{ ...gift, amountPence: null }] },
      outcomes: { outcomes: [{ ...outcome, baselineValue: null }] },
    };
    expect(figuresOfBid({ bid, content })).toEqual([]);
    expect(figuresOfBid({ bid, content: unknown })).toEqual([]);
  });

  test("are the amount requested, the costs by year and stream, the match of each source, and what each measure is and is to be", () => {
    const bid = { requestedPence: 54_000_00, requestedBasis: "approximate" } as const;
    const known = {
      costs: {
        costs: [
          { financialYear: 2026, revenuePence: 40_000_00, capitalPence: 0 },
          { financialYear: 2027, revenuePence: null, capitalPence: 14_000_00 },
        ],
      },
      match: {
        match: [
          { ...gift, amountPence: 5_000_00 },
          { ...gift, amountPence: 1_000_00 },
        ],
      },
      outcomes: { outcomes: [{ ...outcome, baselineValue: 1167.5, targetValue: 900 }] },
    };
    expect(figuresOfBid({ bid, content: known })).toEqual([
      { figure: "requested", value: "approximately £54,000" },
      { figure: "cost", item: "2026 to 2027, revenue", value: "£40,000" },
      { figure: "cost", item: "2026 to 2027, capital", value: "£0" },
      { figure: "cost", item: "2027 to 2028, capital", value: "£14,000" },
      { figure: "match", item: "Anytown Council", value: "£6,000" },
      { figure: "baseline", item: "Thefts", value: "1,167.5" },
      { figure: "target", item: "Thefts", value: "900" },
    ]);
  });
});
