import { describe, expect, test } from "vitest";
import type { FunderList } from "./funder-list.rules.ts";
import { guessColumns, noAmountsWords, parseAmount, parseListDate, readRows } from "./list-columns.rules.ts";

describe("an amount of a list", () => {
  test.each([
    ["£1,250.50", 125_050],
    ["1250.5", 125_050],
    ["GBP 300", 30_000],
    ["-£500", -50_000],
    ["(500.00)", -50_000],
    ["£ 0", 0],
    ["tbc", null],
    ["1,2,3", null],
  ])("%s", (text, pence) => {
    expect(parseAmount(text)).toBe(pence);
  });
});

describe("a date of a list", () => {
  test.each([
    ["2023-10-25", "2023-10-25"],
    ["2023-10-25T00:00:00", "2023-10-25"],
    ["25/10/2023", "2023-10-25"],
    ["25.10.23", "2023-10-25"],
    ["25th October 2023", "2023-10-25"],
    ["Oct-23", "2023-10"],
    ["October 2023", "2023-10"],
    ["31/02/2023", null],
    ["soon", null],
  ])("%s", (text, date) => {
    expect(parseListDate(text)).toBe(date);
  });
});

describe("the columns of a list", () => {
  const headings = ["Grant ref", "Awarded to", "Award amount (£)", "Date of award", "Notes"];
  const guessed = {
    reference: "Grant ref",
    amount: "Award amount (£)",
    recipient: "Awarded to",
    date: "Date of award",
  };

  test("are guessed from their headings", () => {
    expect(guessColumns(headings, null)).toEqual(guessed);
    expect(guessColumns(["Ref", "Requested amount", "Grant amount"], null).amount).toBe("Grant amount");
  });

  test("are those of the last list of the funder, also where one was left out", () => {
    const last = { reference: null, amount: "Notes", recipient: "Gone", date: null };
    expect(guessColumns(headings, last)).toEqual({
      reference: null,
      amount: "Notes",
      recipient: "Awarded to",
      date: null,
    });
  });

  test("that of amounts holds at least one, where anything stands in it", () => {
    const rows = [
      { number: 2, cells: ["G1", "Anytown", "tbc"] },
      { number: 3, cells: ["G2", "Anytown", "£5"] },
    ];
    const list: FunderList = { headings, rows };
    expect(noAmountsWords(list, "Award amount (£)")).toBeNull();
    expect(noAmountsWords(list, "Notes")).toBeNull();
    expect(noAmountsWords(list, "Awarded to")).toBe(
      "Nothing in “Awarded to” is an amount: its first cell is “Anytown”. Choose another column",
    );
  });

  test("tell what a row says; totals and other recipients are left out, what cannot be read is named", () => {
    const list: FunderList = {
      headings,
      rows: [
        { number: 2, cells: ["G1", "Anytown Council", "£5", "25/10/2023"] },
        { number: 3, cells: ["G2", "Anytown CSP", "tbc", "soon"] },
        { number: 4, cells: ["G3", "Elsewhere", "£7"] },
        { number: 6, cells: ["Total", "", "£12"] },
      ],
    };
    expect(readRows(list, guessed, "anytown")).toEqual({
      rows: [
        { number: 2, reference: "G1", recipient: "Anytown Council", amountPence: 500, date: "2023-10-25" },
        { number: 3, reference: "G2", recipient: "Anytown CSP", amountPence: null, date: null },
      ],
      totals: [6],
      ofOthers: 1,
      unreadableAmounts: [3],
      unreadableDates: [3],
    });
  });
});
