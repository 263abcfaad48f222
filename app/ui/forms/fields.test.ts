import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as fields from "./fields.ts";

/** What a field gives for an answer, or its message. */
function answer(field: z.ZodType, value: unknown): unknown {
  const parsed = z.object({ field }).safeParse(value === undefined ? {} : { field: value });
  return parsed.success ? parsed.data.field : parsed.error.issues[0]?.message;
}

describe("every field", () => {
  test("gives null for an empty answer, and for one that was not sent", () => {
    const optional = [
      fields.textField({ label: "Title", max: 9 }),
      fields.longTextField({ label: "Purpose", max: 9 }),
      fields.moneyField(),
      fields.dateField({ label: "Date" }),
      fields.choiceField(["a"]),
      fields.idField(),
      fields.wholeNumberField({ label: "Count" }),
      fields.numberField({ label: "Reading" }),
    ];
    for (const field of optional) expect(answer(field, undefined)).toBeNull();
    for (const field of optional.slice(0, 3)) expect(answer(field, "  ")).toBeNull();
  });

  test("says what is required", () => {
    expect(answer(fields.textField({ label: "Title", max: 9, required: "Enter a title" }), " ")).toBe(
      "Enter a title",
    );
    expect(answer(fields.moneyField({ required: "Enter the amount" }), undefined)).toBe("Enter the amount");
    expect(answer(fields.idField({ required: "Choose a round" }), "")).toBe("Choose a round");
    expect(answer(fields.idsField({ required: "Choose one" }), undefined)).toBe("Choose one");
    expect(answer(fields.dateField({ label: "Date", required: "Enter the date" }), undefined)).toBe(
      "Enter the date",
    );
  });

  test("refuses an answer of another shape", () => {
    expect(answer(fields.textField({ label: "Title", max: 9 }), ["a"])).toBe("This answer cannot be read");
    expect(answer(fields.dateField({ label: "Date" }), "2024")).toBe("This answer cannot be read");
  });
});

describe("text", () => {
  const title = fields.textField({ label: "Title", max: 5 });

  test("is trimmed, composed and on one line", () => {
    expect(answer(title, " Cafe\u0301 ")).toBe("Café");
    expect(answer(title, "a\r\nb")).toBe("a b");
  });

  test("of several lines keeps them", () => {
    expect(answer(fields.longTextField({ label: "Purpose", max: 9 }), "a\r\n\r\nb\n")).toBe("a\n\nb");
  });

  test("is counted in characters as people see them", () => {
    expect(answer(title, "👍👍👍👍👍")).toBe("👍👍👍👍👍");
    expect(answer(title, "abcdef")).toBe("Title must be 5 characters or fewer");
  });

  test.each([
    ["NUL", "a\0b"],
    ["half a character", "a\uD800"],
    ["a bell", "a\u0007"],
    ["a turn of direction", "a\u202Eb"],
  ])("with %s is refused", (_name, text) => {
    expect(answer(title, text)).toMatch(/^Title has a character that cannot be shown/);
  });
});

describe("money", () => {
  test("is whole pence", () => {
    expect(answer(fields.moneyField(), "£299,998")).toBe(29999800);
    expect(answer(fields.moneyField(), "0")).toBe(0);
  });

  test("names itself in its message", () => {
    expect(answer(fields.moneyField(), "lots")).toBe("The amount must be in pounds, like 1,250 or 1,250.50");
    expect(answer(fields.moneyField({ label: "Match funding" }), "-1")).toBe(
      "Match funding must be £0 or more",
    );
  });
});

describe("a date", () => {
  const decided = fields.dateField({ label: "Decision date" });
  const expected = fields.dateField({ label: "Expected decision", dayRequired: false });

  test("is an ISO day", () => {
    expect(answer(decided, { day: "6", month: "8", year: "2024" })).toBe("2024-08-06");
  });

  test("is a month where the day may be left out", () => {
    expect(answer(expected, { day: "", month: "March", year: "2026" })).toBe("2026-03");
    expect(answer(decided, { month: "3", year: "2026" })).toBe("Decision date must include a day");
  });

  test("that does not exist is refused", () => {
    expect(answer(decided, { day: "31", month: "2", year: "2024" })).toBe(
      "Decision date must be a real date",
    );
  });
});

describe("choices", () => {
  test("are of those offered", () => {
    expect(answer(fields.choiceField(["revenue", "capital"]), "capital")).toBe("capital");
    expect(answer(fields.choiceField(["revenue", "capital"]), "other")).toBe("Choose one of the options");
  });

  test.each(["0", "-1", "1.5", "01", "9007199254740993", "1e3", "x"])("of a record refuse %s", (text) => {
    expect(answer(fields.idField(), text)).toBe("Choose one of the options");
    expect(answer(fields.idsField(), [text])).toBe("Choose from the list");
  });

  test("of records count each once, and none is an empty list", () => {
    expect(answer(fields.idsField(), ["3", "1", "3", ""])).toEqual([3, 1]);
    expect(answer(fields.idsField(), undefined)).toEqual([]);
  });

  test("of a single box are true or false", () => {
    expect(answer(fields.flagField(), "yes")).toBe(true);
    expect(answer(fields.flagField(), undefined)).toBe(false);
  });
});

describe("numbers", () => {
  test("whole ones are 0 or more", () => {
    expect(answer(fields.wholeNumberField({ label: "Count" }), "1,234")).toBe(1234);
    expect(answer(fields.wholeNumberField({ label: "Count" }), "-1")).toBe(
      "Count must be a whole number, like 12",
    );
    expect(answer(fields.wholeNumberField({ label: "Share", max: 100 }), "101")).toBe(
      "Share must be 100 or less",
    );
  });

  test("readings may have decimals and be below 0", () => {
    expect(answer(fields.numberField({ label: "Reading" }), "−12.5")).toBe(-12.5);
    expect(answer(fields.numberField({ label: "Reading" }), "1e3")).toBe(
      "Reading must be a number, like 167 or 42.5",
    );
  });
});

test("rows are read one by one, and none is an empty list", () => {
  const rows = fields.rowsOf(z.object({ amount: fields.moneyField() }), 2);
  expect(answer(rows, [{ amount: "1" }, {}])).toEqual([{ amount: 100 }, { amount: null }]);
  expect(answer(rows, undefined)).toEqual([]);
  expect(answer(rows, [{}, {}, {}])).toBe("There can be at most 2 rows");
});
