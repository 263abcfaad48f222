import { expect, test } from "vitest";
import { chartBars } from "./chart.rules.ts";
import type { Reading } from "./measure.ts";

let made = 0;
function reading(value: number | null, period: string, months: number | null): Reading {
  const dates = { periodStated: period, periodFrom: null, periodTo: null };
  made += 1;
  return { id: made, kind: "reading", period, ...dates, months, value, isDerived: false, note: null };
}

const year = reading(167, "12 months to June 2020", 12);
const half = reading(37, "6 months June-December 2020", 6);

test("counts over periods of different lengths are drawn as so many a year", () => {
  expect(chartBars({ unit: "occurrences", baseline: year, readings: [half], added: null })).toEqual([
    { label: "12 months to June 2020", value: 167, text: "167 a year" },
    { label: "6 months June-December 2020", value: 74, text: "74 a year (37 counted)" },
  ]);
});

test("a count over days is drawn as so many a year of 365", () => {
  const days = { ...reading(9, "15 January 2026 to 1 March 2026", null), days: 46 };
  expect(chartBars({ unit: "occurrences", baseline: year, readings: [days], added: null })[1]?.text).toBe(
    "71.4 a year (9 counted)",
  );
});

test("people are drawn as they stand, per cent with its sign", () => {
  expect(chartBars({ unit: "people", baseline: year, readings: [half], added: null })[1]?.text).toBe("37");
  expect(chartBars({ unit: "per cent", baseline: year, readings: [half], added: null })[1]?.text).toBe("37%");
});

test("nothing is drawn of one value, or of counts over periods of unknown length", () => {
  expect(chartBars({ unit: "reports", baseline: null, readings: [half], added: null })).toEqual([]);
  expect(
    chartBars({ unit: "reports", baseline: reading(null, "2019/20", 12), readings: [half], added: null }),
  ).toEqual([]);
  expect(
    chartBars({
      unit: "reports",
      baseline: reading(5, "previous year", null),
      readings: [half],
      added: null,
    }),
  ).toEqual([]);
});

test("the baseline and the latest eleven readings are drawn", () => {
  const readings = Array.from({ length: 20 }, (_, index) => reading(index, `20${index + 10}`, 12));
  const bars = chartBars({ unit: "reports", baseline: year, readings, added: null });
  expect(bars.map((bar) => bar.value)).toEqual([167, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
});

test("a measure without figures of its own is drawn as what its parts come to", () => {
  const added = { baseline: { ...year, value: 484 }, latest: { ...year, period: "2019/20", value: 513 } };
  expect(chartBars({ unit: "crimes", baseline: null, readings: [], added })).toEqual([
    { label: "12 months to June 2020", value: 484, text: "484" },
    { label: "2019/20", value: 513, text: "513" },
  ]);
});
