import { describe, expect, test } from "vitest";
import { dateParts, datePartsAt, formValues, textAt, textsAt, valueAt } from "./form-values.ts";

function typed(...entries: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return formValues(form);
}

describe("formValues", () => {
  test("a name is a text, the last one where it is repeated", () => {
    expect(typed(["title", "first"], ["title", "last"])).toEqual({ title: "last" });
  });

  test("a name that ends in [] is a list in the order of the page, of one too", () => {
    expect(typed(["ids[]", "3"], ["ids[]", "1"], ["themes[]", "2"])).toEqual({
      ids: ["3", "1"],
      themes: ["2"],
    });
  });

  test("day, month and year of one name are a group", () => {
    expect(typed(["startsOn-day", "6"], ["startsOn-month", "8"], ["startsOn-year", "2024"])).toEqual({
      startsOn: { day: "6", month: "8", year: "2024" },
    });
  });

  test("numbers between dots are rows, in the order of the numbers, gaps closed up", () => {
    const values = typed(["lines.10.amount", "3"], ["lines.0.amount", "1"], ["lines.0.due-year", "2024"]);
    expect(values).toEqual({ lines: [{ amount: "1", due: { year: "2024" } }, { amount: "3" }] });
  });

  test("a huge row number makes no huge list", () => {
    expect(typed(["lines.999999999.amount", "1"])).toEqual({ lines: [{ amount: "1" }] });
  });

  test("names that reach into objects are left out", () => {
    const values = typed(
      ["__proto__.polluted", "yes"],
      ["constructor.prototype.polluted", "yes"],
      ["a..b", "x"],
    );
    expect(values).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("where a name is a text and a group, the first stands", () => {
    expect(typed(["a", "text"], ["a.b", "x"])).toEqual({ a: "text" });
    expect(typed(["a.b", "x"], ["a", "text"])).toEqual({ a: { b: "x" } });
  });

  test("files are left out", () => {
    const form = new FormData();
    form.append("upload", new Blob(["x"]), "x.txt");
    expect(formValues(form)).toEqual({});
  });

  test("the filters of an address are read alike", () => {
    expect(formValues(new URLSearchParams("by=fund&status[]=draft&asAt-day=1"))).toEqual({
      by: "fund",
      status: ["draft"],
      asAt: { day: "1" },
    });
  });
});

describe("looking into values", () => {
  const values = typed(["lines.0.amount", "75"], ["ids[]", "2"], ["startsOn-year", "2024"]);

  test("by a dotted path", () => {
    expect(textAt(values, "lines.0.amount")).toBe("75");
    expect(textsAt(values, "ids")).toEqual(["2"]);
    expect(datePartsAt(values, "startsOn")).toEqual({ day: "", month: "", year: "2024" });
  });

  test("what is not there is empty", () => {
    expect(textAt(values, "lines.4.amount")).toBe("");
    expect(textsAt(values, "lines.0.amount")).toEqual([]);
    expect(datePartsAt(values, "lines.0")).toBeNull();
    expect(valueAt(values, "toString")).toBeUndefined();
  });
});

test("the inputs of a date start with what is recorded, as precise as it is", () => {
  expect(dateParts("2024-08-06")).toEqual({ day: "6", month: "8", year: "2024" });
  expect(dateParts("2023-10")).toEqual({ day: "", month: "10", year: "2023" });
  expect(dateParts("FY2023")).toEqual({ day: "", month: "", year: "" });
  expect(dateParts(null)).toEqual({ day: "", month: "", year: "" });
});
