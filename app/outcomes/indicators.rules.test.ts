import { expect, test } from "vitest";
import { indicatorTable } from "./indicators.rules.ts";

function monthly(unit: string, values: Record<string, number | null>) {
  const placed = Object.entries(values).map(([month, value]) => ({ value, months: 1, ends: `${month}-28` }));
  return { unit, placed };
}

test("a year of months, the latest last; a month without a reading is empty, one without a value not recorded", () => {
  const table = indicatorTable([monthly("incidents", { "2026-01": 4, "2026-03": null })], "month");
  expect(table.periods).toHaveLength(12);
  expect(table.periods[0]).toBe("2025-04");
  expect(table.periods.at(-1)).toBe("2026-03");
  expect(table.rows[0]?.cells.slice(-3)).toEqual([{ value: 4 }, null, { value: null }]);
});

test("counts of three months make a quarter; percentages do not, and an unfinished quarter is none", () => {
  const values = { "2026-01": 4, "2026-02": 5, "2026-03": 6, "2026-04": 7 };
  const [incidents, rate] = [monthly("incidents", values), monthly("per cent", values)];
  const table = indicatorTable([incidents, rate], "quarter");
  expect(table.periods).toHaveLength(8);
  expect(table.periods.slice(-2)).toEqual(["2025-12", "2026-03"]);
  expect(table.rows).toEqual([{ indicator: incidents, cells: [...Array(7).fill(null), { value: 15 }] }]);
  expect(table.without).toEqual([rate]);
});

test("a reading of a quarter stands as it is; one of a year is in no view", () => {
  const quarter = { unit: "per cent", placed: [{ value: 61, months: 3, ends: "2026-03-31" }] };
  const year = { unit: "per cent", placed: [{ value: 61, months: 12, ends: "2026-03-31" }] };
  expect(indicatorTable([quarter, year], "quarter").rows.map(({ cells }) => cells.at(-1))).toEqual([
    { value: 61 },
  ]);
  expect(indicatorTable([quarter, year], "month")).toMatchObject({ periods: [], rows: [] });
});
