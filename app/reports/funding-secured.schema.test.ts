import { describe, expect, test } from "vitest";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { parseDay } from "./day-text.rules.ts";
import { parseFigureRow } from "./figure-lines.ts";
import { fundingSecuredHref, fundingSecuredSchema, queryOf } from "./funding-secured.schema.ts";

const read = (search: string) => parseForm(fundingSecuredSchema, new URLSearchParams(search));

describe("the address of the report", () => {
  test("asks for partnerships, today and all that may be seen where it says nothing", () => {
    const form = read("");
    expect(form.ok && queryOf(form.data)).toEqual({
      by: "partnership",
      partnershipIds: null,
      asAt: null,
      knownAt: null,
      columns: [],
    });
  });

  test("is read as the form writes it and as a link writes it", () => {
    const typed = read("by=year&partnership=7&as-at-day=31&as-at-month=March&as-at-year=2025&known-at-day=");
    const linked = read("by=year&partnership=7&as-at=2025-03-31");
    expect(typed.ok && typed.data).toEqual(linked.ok && linked.data);
    expect(linked.ok && fundingSecuredHref(linked.data, "/lines", { row: "2023" })).toBe(
      "/reports/funding-secured/lines?by=year&partnership=7&as-at=2025-03-31&row=2023",
    );
  });

  test("is refused, with the field that is wrong", () => {
    const form = read(
      "by=colour&partnership=x&as-at=2025-02-30&known-at-day=1&known-at-month=13&known-at-year=2025",
    );
    expect(!form.ok && form.errors).toEqual({
      by: "Choose one of the options",
      partnership: "Choose one of the options",
      "as-at": "As at must be a real date, like 31 3 2025",
      "known-at": "As it was known on must include a month, like 8 or August",
    });
  });
});

test("a day is read as a program or a person writes it", () => {
  expect(["2025-03-31", " 31 March 2025 ", "31 mar 2025", "1 4 2025"].map(parseDay)).toEqual([
    "2025-03-31",
    "2025-03-31",
    "2025-03-31",
    "2025-04-01",
  ]);
  expect(["", "2025-02-30", "March 2025", "2025", "yesterday", "31 March"].map(parseDay)).toEqual(
    Array(6).fill(null),
  );
});

test("a row is named as its grouping names rows", () => {
  expect([
    parseFigureRow("stream", "capital"),
    parseFigureRow("fund", "12"),
    parseFigureRow("year", "total"),
  ]).toEqual([{ kind: "row", key: "capital" }, { kind: "row", key: 12 }, { kind: "total" }]);
  expect([
    parseFigureRow("stream", "12"),
    parseFigureRow("fund", "capital"),
    parseFigureRow("fund", "0"),
  ]).toEqual(Array(3).fill(null));
});
