import { describe, expect, test } from "vitest";
import { nowAt } from "./now-values.ts";

const typed = {
  title: " Safer parks ",
  purpose: "One\r\nTwo",
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
      startsOn: { day: "1", month: "9", year: "2026" },
      ids: ["1", "2"],
    };
    for (const path of Object.keys(now)) expect(nowAt(path, typed, now)).toBeUndefined();
  });

  test("is not shown where nobody else changed the record", () => {
    expect(nowAt("title", typed, null)).toBeUndefined();
  });
});
