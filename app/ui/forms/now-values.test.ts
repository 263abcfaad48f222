import { describe, expect, test } from "vitest";
import type { FormValues } from "./form-values.ts";
import { differingAnswers, nowAt, rowsNow } from "./now-values.ts";

const typed = {
  title: " Safer parks ",
  purpose: "One\r\nTwo",
  requestedPence: "£4,000.50",
  startsOn: { day: "01", month: "9", year: "2026" },
  endsOn: { day: "", month: "", year: "" },
  ids: ["2", "1"],
};

describe("what a field says now", () => {
  test("is shown where it is not what was typed", () => {
    const now = {
      title: "Safer streets",
      endsOn: { day: "", month: "8", year: "2027" },
      ids: ["3"],
      note: "New",
    };
    expect(nowAt("title", typed, now)).toBe("Safer streets");
    expect(nowAt("endsOn", typed, now)).toBe("8 2027");
    expect(nowAt("ids", typed, now)).toEqual(["3"]);
    expect(nowAt("note", typed, now)).toBe("New");
    expect(nowAt("purpose", typed, { purpose: "" })).toBe("");
    expect(nowAt("ids", typed, { ids: [] })).toEqual([]);
  });

  test("is not shown where it is the same, however it was typed", () => {
    const now = {
      title: "Safer parks",
      purpose: "One\nTwo",
      requestedPence: "4000.50",
      startsOn: { day: "1", month: "9", year: "2026" },
      ids: ["1", "2"],
    };
    for (const path of Object.keys(now)) expect(nowAt(path, typed, now)).toBeUndefined();
  });

  test("is not shown where nobody else changed the record", () => {
    expect(nowAt("title", typed, null)).toBeUndefined();
  });
});

describe("the rows of a list as they are now", () => {
  const typedRows: { lines: FormValues[]; title: string } = {
    lines: [{ amountPence: "10", label: "" }, { amountPence: "20" }],
    title: "A",
  };

  test("are shown where they are not what was typed", () => {
    const longer = { lines: [...typedRows.lines, { amountPence: "5" }] };
    expect(rowsNow("lines", typedRows, longer)).toEqual(longer.lines);
    expect(rowsNow("lines", typedRows, { lines: [] })).toEqual([]);
    expect(
      rowsNow("lines", typedRows, { lines: [{ amountPence: "11" }, { amountPence: "20" }] }),
    ).toHaveLength(2);
  });

  test("are not shown where they are the same, or where nobody else changed them", () => {
    expect(
      rowsNow("lines", typedRows, { lines: [{ amountPence: "10" }, { amountPence: "20", label: "" }] }),
    ).toBeNull();
    expect(rowsNow("lines", typedRows, null)).toBeNull();
    expect(rowsNow("others", typedRows, { others: [] })).toBeNull();
  });

  test("stand beside no row once some were added or taken away, because they are other rows then", () => {
    const changed = { lines: [{ amountPence: "1" }, { amountPence: "20" }] };
    expect(nowAt("lines.0.amountPence", typedRows, changed)).toBe("1");
    expect(nowAt("lines.0.amountPence", typedRows, { lines: [{ amountPence: "1" }] })).toBeUndefined();
  });

  test("count as one answer that differs", () => {
    const now = { lines: [{ amountPence: "1" }], title: "B", note: "C", version: "2" };
    expect(differingAnswers(typedRows, now)).toBe(3);
    expect(differingAnswers(typedRows, { ...typedRows, version: "2" })).toBe(0);
  });
});
