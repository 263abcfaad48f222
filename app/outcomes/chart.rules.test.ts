import { expect, test } from "vitest";
import { describeChange } from "./change.rules.ts";
import { measureChart } from "./chart.rules.ts";
import type { Measure, Reading } from "./measure.ts";

let made = 0;
function reading(value: number | null, period: string | null, months: number | null): Reading {
  const dates = { periodStated: period, periodFrom: null, periodTo: null };
  made += 1;
  return { id: made, kind: "reading", period, ...dates, months, value, isDerived: false, note: null };
}

const year = reading(167, "12 months to June 2020", 12);
const half = reading(37, "6 months June-December 2020", 6);

type Facts = Partial<Pick<Measure, "baseline" | "readings" | "added" | "targetValue" | "targetBy">>;

function chart(unit: string, facts: Facts) {
  const { baseline = null, readings = [], added = null, targetValue = null, targetBy = null } = facts;
  const compared = added ?? { baseline, latest: readings.at(-1) ?? null };
  const change = describeChange({
    ...{ unit, better: "down", statedChange: null, statedPercent: null },
    ...{ baseline: compared.baseline, reading: compared.latest },
  });
  return measureChart({ name: "Reports", unit, baseline, readings, added, targetValue, targetBy, change });
}

const textsOf = (unit: string, facts: Facts) => chart(unit, facts)?.bars.map(({ text }) => text);

test("counts over periods of different lengths are drawn as so many a year", () => {
  expect(chart("occurrences", { baseline: year, readings: [half] })).toEqual({
    finding: "Reports: 167 in 12 months, 37 in 6 months: 74 a year, down 55.7%",
    bars: [
      { label: "12 months to June 2020", value: 167, text: "167 a year" },
      { label: "6 months June-December 2020", value: 74, text: "74 a year (37 counted)" },
    ],
  });
});

test("a count over days is drawn as so many a year of 365", () => {
  const days = { ...reading(9, "15 January 2026 to 1 March 2026", null), days: 46 };
  expect(textsOf("occurrences", { baseline: year, readings: [days] })?.[1]).toBe("71.4 a year (9 counted)");
});

test("people are drawn as they stand, per cent with its sign", () => {
  expect(textsOf("people", { baseline: year, readings: [half] })?.[1]).toBe("37");
  expect(textsOf("per cent", { baseline: year, readings: [half] })?.[1]).toBe("37%");
});

test("one value is drawn by itself, and the finding says that no change is known", () => {
  expect(chart("reports", { readings: [half] })).toEqual({
    finding: "Reports: 37 reports (6 months June-December 2020), the only reading. No baseline recorded",
    bars: [{ label: "6 months June-December 2020", value: 37, text: "37" }],
  });
  expect(chart("reports", { baseline: year, readings: [reading(null, "2020/21", 12)] })?.finding).toBe(
    "Reports: 167 reports (12 months to June 2020), the baseline. The reading’s value is not recorded",
  );
});

test("one value is drawn beside its target", () => {
  const target = { targetValue: 150, targetBy: "2021-03" };
  expect(chart("reports", { baseline: year, ...target })).toEqual({
    finding:
      "Reports: 167 reports (12 months to June 2020), the baseline. The target is 150 by March 2021. No reading recorded",
    bars: [
      { label: "12 months to June 2020", value: 167, text: "167" },
      { label: "Target by March 2021", value: 150, text: "150" },
    ],
  });
});

test("one percentage is drawn on the scale of 100", () => {
  const safe = reading(57, "Quarter to September 2026", 3);
  expect(chart("per cent", { readings: [safe], targetValue: 60 })).toEqual({
    finding:
      "Reports: 57% (Quarter to September 2026), the only reading. The target is 60%. No baseline recorded",
    bars: [
      { label: "Quarter to September 2026", value: 57, text: "57%" },
      { label: "Target", value: 60, text: "60%" },
    ],
    whole: 100,
  });
});

test("readings without a baseline are told by the first and the last", () => {
  const readings = [
    reading(96, "November 2025", 1),
    reading(99, "May 2026", 1),
    reading(88, "October 2026", 1),
  ];
  expect(chart("reports", { readings })?.finding).toBe(
    "Reports: first 96 (November 2025), last 88 (October 2026). No baseline recorded",
  );
});

test("a count over a period of unknown length is not drawn beside others, and the finding says so", () => {
  expect(chart("reports", { baseline: reading(5, "previous year", null), readings: [half] })).toEqual({
    finding:
      "Reports: 5 to 37, up 32 (+640.0%), as they stand: a period’s length is not recorded. Not drawn, as its length is not recorded: previous year (5)",
    bars: [{ label: "6 months June-December 2020", value: 37, text: "37" }],
  });
  const unknown = [reading(5, "previous year", null), reading(4, null, null)];
  expect(chart("reports", { readings: unknown })?.bars.map(({ label }) => label)).toEqual([
    "previous year",
    "Period not recorded",
  ]);
});

test("nothing is drawn where no value is recorded", () => {
  expect(chart("reports", {})).toBeNull();
  expect(chart("reports", { baseline: reading(null, "2019/20", 12) })).toBeNull();
});

test("the baseline and the latest eleven readings are drawn, or twelve without one", () => {
  const readings = Array.from({ length: 20 }, (_, index) => reading(index, `20${index + 10}`, 12));
  const values = (facts: Facts) => chart("reports", facts)?.bars.map(({ value }) => value);
  expect(values({ baseline: year, readings })).toEqual([167, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  expect(values({ readings })).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
});

test("a measure without figures of its own is drawn as what its parts come to", () => {
  const added = { baseline: { ...year, value: 484 }, latest: { ...year, period: "2019/20", value: 513 } };
  expect(chart("crimes", { added })?.bars).toEqual([
    { label: "12 months to June 2020", value: 484, text: "484" },
    { label: "2019/20", value: 513, text: "513" },
  ]);
});
