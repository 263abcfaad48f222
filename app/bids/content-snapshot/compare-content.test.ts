import { describe, expect, test } from "vitest";
import { type BidContent, canonicalJson, isContentColumn, isContentTable } from "./bid-content.ts";
import { compareContent, describeContent } from "./compare-content.ts";

const kept = (content: BidContent) => ({
  content,
  names: { "partnership:4": "Anytown", "project:7": "Walks" },
});

describe("the content of a bid", () => {
  test("has one text, whatever the order of tables, rows and columns", () => {
    const one = canonicalJson({
      bid_cost: [
        { year: 2024, amount_pence: 5 },
        { year: 2025, amount_pence: 6 },
      ],
      bid: [{ title: "A", purpose: null }],
    });
    const other = canonicalJson({
      bid: [{ title: "A" }],
      bid_cost: [
        { amount_pence: 6, year: 2025 },
        { amount_pence: 5, year: 2024 },
      ],
      bid_risk: [],
    });
    expect(other).toBe(one);
    expect(JSON.parse(one)).toHaveProperty("bid.0.title", "A");
  });

  test("takes up a table that is added later, and none that only says what happened", () => {
    expect(isContentTable("bid_vehicle", ["bid_id", "name"])).toBe(true);
    expect(isContentTable("bid_event", ["bid_id"])).toBe(false);
    expect(isContentTable("bid_section_typed", ["bid_id"])).toBe(false);
    expect(isContentTable("bid_signature", ["bid_id"])).toBe(false);
    expect(isContentTable("award", ["bid_id"])).toBe(false);
    expect(["title", "round_id", "amount_pence"].every(isContentColumn)).toBe(true);
    const ofTheRow = ["id", "bid_id", "version", "status", "created_at", "submitted_on"];
    // Copies of the bid's own columns, which a list is found by.
    const ofTheBid = ["bid_status", "bid_round_id", "bid_requested_pence"];
    expect([...ofTheRow, ...ofTheBid].some(isContentColumn)).toBe(false);
  });
});

describe("two moments of a bid", () => {
  test("that say the same do not differ", () => {
    const content = { bid: [{ title: "A" }], bid_project: [{ project_id: 7 }] };
    expect(compareContent(kept(content), kept({ ...content }))).toEqual([]);
  });

  test("differ by field, in words", () => {
    const before = kept({ bid: [{ title: "A", requested_pence: 100_00, expected_decision: "2026-03" }] });
    const after = kept({ bid: [{ title: "A", requested_pence: 200_00, expected_decision: null }] });
    expect(compareContent(before, after)).toEqual([
      { field: "Requested", before: "£100", after: "£200" },
      { field: "Expected decision", before: "March 2026", after: null },
    ]);
  });

  test("pair the rows that are most alike, and count equal rows", () => {
    const cost = (financial_year: number, amount_pence: number) => ({ financial_year, amount_pence });
    const before = kept({ bid_cost: [cost(2024, 5_00), cost(2025, 6_00), cost(2025, 6_00)] });
    const after = kept({ bid_cost: [cost(2024, 7_00), cost(2025, 6_00)], bid_project: [{ project_id: 7 }] });
    expect(compareContent(before, after)).toEqual([
      {
        field: "Cost",
        before: "Financial year: 2024 to 2025; Amount: £5",
        after: "Financial year: 2024 to 2025; Amount: £7",
      },
      { field: "Cost", before: "Financial year: 2025 to 2026; Amount: £6", after: null },
      { field: "Project", before: null, after: "Walks" },
    ]);
  });

  test("read as a list of answers", () => {
    expect(
      describeContent(
        kept({
          bid: [{ title: "A" }],
          bid_partnership: [{ part: "lead", partnership_id: 4 }],
          bid_promise: [{ baseline_value: 44, measure: "Thefts" }],
        }),
      ),
    ).toEqual([
      { field: "Title", text: "A" },
      { field: "Partnership", text: "Anytown (lead)" },
      { field: "Outcome promised", text: "Thefts; Baseline: 44" },
    ]);
  });

  test("have the words and the order of the bid's own page", () => {
    const content = {
      bid_match: [{ amount_pence: 5_00, description: "A car", form: "in_kind", standing: "pledged" }],
      bid_promise: [
        {
          baseline_value: 1167.5,
          measure: "Thefts",
          target_on: "2028-03",
          target_value: 900,
          unit: "offences",
        },
      ],
      bid_risk: [{ impact: "low", likelihood: "high", mitigation: "Ask twice", owner: "Kim", risk: "Delay" }],
    };
    expect(describeContent(kept(content)).map(({ text }) => text)).toEqual([
      "What it is: A car; Form: In kind; Standing: Pledged; Amount: £5",
      "Thefts; Unit: offences; Baseline: 1,167.5; Target: 900; By when: March 2028",
      "Delay; How likely: High; How bad: Low; What is done about it: Ask twice; Owner: Kim",
    ]);
  });
});
