import { describe, expect, test } from "vitest";
import { decodeList, parseList } from "./funder-list.rules.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the file of a list", () => {
  test.each([
    ["UTF-8", bytes("Amount\n£1 Café")],
    ["UTF-8 with its mark", bytes("\uFEFFAmount\n£1 Café")],
    ["Windows-1252", Uint8Array.from([...bytes("Amount\n"), 0xa3, 0x31, 0x20, 0x43, 0x61, 0x66, 0xe9])],
    ["UTF-16", Uint8Array.from([0xff, 0xfe, ...Buffer.from("Amount\n£1 Café", "utf16le")])],
  ])("is read as %s", (_, file) => {
    const text = decodeList(file);
    expect(text.ok && text.value.replace(/^\uFEFF/, "")).toBe("Amount\n£1 Café");
  });

  test.each([
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), /^The file is an old workbook/],
    ["a PDF", bytes("%PDF-1.7"), /^The file is a PDF/],
    [
      "a picture",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
      /^The file is a picture/,
    ],
    [
      "a program",
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 0, 0]),
      /^The file is no list: it holds no text/,
    ],
  ])("is refused in words where it is %s", (_, file, message) => {
    expect(decodeList(file)).toMatchObject({ ok: false, errors: { list: expect.stringMatching(message) } });
  });
});

describe("a list", () => {
  test.each([
    ["commas", 'Ref,Amount\nA-1,"£1,250.50"\n'],
    ["tabs, as it is copied from a spreadsheet", "Ref\tAmount\r\nA-1\t£1,250.50\r\n"],
    ["semicolons", "Ref;Amount\nA-1;£1,250.50"],
    ["titles above its headings", '"Grants of 2026, as published"\n,\nRef,Amount\nA-1,"£1,250.50"\n'],
    ["titles above semicolons", "Grants of 2026\n;;\nRef;Amount\nA-1;£1,250.50"],
    ["blank lines and empty rows", '\n,\nRef,Amount\n,,\n\nA-1,"£1,250.50",\n'],
  ])("is read with %s", (_, text) => {
    const list = parseList(text);
    expect(list.ok && list.value.headings).toEqual(["Ref", "Amount"]);
    expect(list.ok && list.value.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([["A-1", "£1,250.50"]]);
  });

  test("keeps quotation marks, line breaks within a cell as spaces, and the numbers of its rows", () => {
    const list = parseList('Ref,Name\n\nA-1,"The ""new""\nlights"\n\'-5,x');
    expect(list).toEqual({
      ok: true,
      value: {
        headings: ["Ref", "Name"],
        rows: [
          { number: 3, cells: ["A-1", 'The "new" lights'] },
          { number: 4, cells: ["-5", "x"] },
        ],
      },
    });
  });

  test.each([
    ["", "Enter the list, with its heading line"],
    ["Ref,Amount\n", "The list has a heading line and nothing below it"],
    ["Ref\nA-1", "The first line must hold the headings of at least two columns"],
    ["Ref,Ref\nA-1,2", "Two columns are called “Ref”. Give each a name of its own"],
    ['Ref,Amount\n"A-1,2', "The list has a quotation mark that is never closed"],
    [`Ref,Amount\n${"A,1\n".repeat(20_001)}`, "The list has 20,001 rows. Take at most 20,000 at a time"],
    [`Ref,Amount\nA,${"1".repeat(2001)}`, "Row 2 has a cell of more than 2,000 characters"],
  ])("is refused in words: %#", (text, message) => {
    expect(parseList(text)).toEqual({ ok: false, errors: { list: message } });
  });
});
