import { describe, expect, test } from "vitest";
import { type Combinable, combineMeasures } from "./combine.rules.ts";

function measure(
  name: string,
  before: number | null,
  after: number,
  parts: Partial<Combinable> = {},
): Combinable {
  return {
    name,
    unit: "recorded crimes/incidents",
    better: "down",
    baseline: { value: before, period: "2018/19", months: 12 },
    latest: { value: after, period: "2019/20", months: 12 },
    ...parts,
  };
}

const residential = measure("Burglary - Residential", 334, 324);
const business = measure("Burglary - Business & community", 150, 189);

test("residential and business burglary are together 484 to 513, +6.0%, though the one fell", () => {
  const combined = combineMeasures([residential, business]);
  expect(combined).toMatchObject({ ok: true, baseline: 484, reading: 513 });
  expect(combined.ok && combined.change).toMatchObject({ text: "484 to 513, up 29 (+6.0%)", verdict: "bad" });
});

test("decimals are added exactly", () => {
  const tenth = measure("Hours", 0.1, 0.2, { unit: "hours" });
  const combined = combineMeasures([tenth, tenth, tenth]);
  expect(combined).toMatchObject({ ok: true, baseline: 0.3, reading: 0.6 });
});

test("where measures disagree which way is good, the whole has no verdict", () => {
  const combined = combineMeasures([residential, { ...business, better: "up" }]);
  expect(combined.ok && combined.change.verdict).toBe("neutral");
});

describe("what does not add up is refused with a reason", () => {
  const later = { value: 189, period: "2020/21", months: 12 };
  test.each([
    [[residential], "Choose at least two measures to compare together"],
    [
      [residential, measure("Calls", 1, 2, { unit: "calls" })],
      "These measures are counted in different units, so they cannot be added together",
    ],
    [
      [measure("a", 1, 2, { unit: "per cent" }), measure("b", 1, 2, { unit: "Per cent" })],
      "Figures in “per cent” cannot be added together",
    ],
    [
      [residential, { ...business, latest: later }],
      "These measures cover different periods, so they cannot be added together",
    ],
    [[residential, measure("Fraud", null, 2)], "“Fraud” has no baseline or no reading with a value"],
  ])("%#", (measures, reason) => {
    expect(combineMeasures(measures)).toEqual({ ok: false, reason });
  });
});
