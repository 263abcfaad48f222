import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "#tests/support/spreadsheets.ts";
import { unzip } from "#tests/support/unzip.ts";
import { write as writeCsv } from "./csv.mjs";
import { write as writeOds } from "./ods.mjs";
import { coverRows, linesTaken } from "./workbook.mjs";
import { write as writeXlsx } from "./xlsx.mjs";

const COLUMNS = [
  { heading: "Text", kind: "text" as const },
  { heading: "Amount", kind: "pence" as const },
  { heading: "Day", kind: "day" as const },
];
const WORKBOOK = {
  title: "Ugly & <odd>",
  tableName: "Rows",
  about: [["Filters", "None"]] as [string, string][],
  notes: ["A note"],
  madeAt: "2026-11-21T09:00:00.000Z",
  organisation: "Ashdown",
};

type Row = [string, number, string];

async function* inBatches(rows: Row[]) {
  for (let from = 0; from < rows.length; from += 3) yield rows.slice(from, from + 3);
}

async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all = [];
  for await (const piece of pieces) all.push(Buffer.from(piece as string));
  return Buffer.concat(all);
}

const csv = (rows: Row[], forExcel: boolean) =>
  whole(writeCsv(inBatches(rows), { columns: COLUMNS, forExcel }));
const workbook = (write: typeof writeXlsx, rows: Row[], rowLimit?: number) =>
  whole(
    write(inBatches(rows), { columns: COLUMNS, workbook: WORKBOOK, sum: 1, rowLimit }, [rows.length, null]),
  );

const ugly = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        '"',
        ",",
        "'",
        " ",
        "_x0041_",
        "&",
        "<",
        "£",
        "é",
        "1",
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join("")),
);
const row = fc.tuple(
  ugly.map((text) => text.replaceAll("\u0000", "")),
  fc.integer({ min: -9_007_199_254_740_991, max: 9_007_199_254_740_991 }),
  fc.constantFrom("2025-03-31", "2024-02-29", "1900-01-01"),
);
const rows = fc.array(row, { maxLength: 8 });

/** What a row reads like when it is read back. */
function plain([text, pence, day]: Row): string[] {
  const digits = String(Math.abs(pence)).padStart(3, "0");
  return [text, `${pence < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`, day];
}

test.each([
  ["2026-07-05T10:00:00.000Z", "2026-07-05T11:00:00", 46208 + 11 / 24],
  ["2026-11-30T23:59:59.999Z", "2026-11-30T23:59:59", 46356 + 86_399 / 86_400],
])(
  "a moment (%s) is a date and a time in a workbook, of the clock in the United Kingdom as on the pages, and the cover says so",
  async (instant, local, serial) => {
    const options = { columns: [{ heading: "At", kind: "instant" as const }], workbook: WORKBOOK, sum: null };
    const rows = async function* () {
      yield [[instant]];
    };
    const xlsx = unzip(await whole(writeXlsx(rows(), options, [1, null])));
    const [, value] = /<c r="A3" s="5"><v>([\d.]+)</.exec(String(xlsx.get("xl/worksheets/sheet4.xml"))) ?? [];
    expect(Number(value)).toBeCloseTo(serial, 6);
    const ods = String(unzip(await whole(writeOds(rows(), options, [1, null]))).get("content.xml"));
    expect(ods).toContain(`office:date-value="${local}"`);
    expect(coverRows(options, [1, null])).toContainEqual(["Times", "UK time, as on the pages"]);
  },
);

describe("CSV", () => {
  test("reads back into the same rows, whatever they hold", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const [headings, ...read] = await rowsOf("csv", await csv(made, false));
        expect(headings).toEqual(["Text", "Amount", "Day"]);
        expect(read).toEqual(made.map(plain));
      }),
    );
  });

  test("for Excel holds no formula, leaves numbers as they are, and reads back when the apostrophe is taken away", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const file = await csv(made, true);
        expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        const [, ...read] = await rowsOf("csv-excel", file);
        for (const [text = ""] of read) expect(text).not.toMatch(/^[=+\-@\t\r]/);
        const taken = read.map(([text = "", ...others]) => [
          /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text,
          ...others,
        ]);
        expect(taken).toEqual(made.map(plain));
      }),
    );
  });
});

describe.each([
  ["xlsx", writeXlsx],
  ["ods", writeOds],
] as const)("a workbook as %s", (format, write) => {
  test("has real numbers and days, and the texts as they were", async () => {
    const made: Row[] = [
      ["=1+1", 12_345, "2025-03-31"],
      [" two  spaces ", -5, "2024-02-29"],
      ["a & <b> “c” _x0041_ é 🏘", 100, "2025-01-01"],
    ];
    const [headings, ...read] = await rowsOf(format, await workbook(write, made));
    expect(headings).toEqual(["Text", "Amount", "Day"]);
    expect(read.map(([text, amount, day]) => [text, Number(amount), day])).toEqual(
      made.map(([text, pence, day]) => [text, pence / 100, day]),
    );
  });

  test("can hold any text without breaking", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const read = await rowsOf(format, await workbook(write, made));
        expect(read.slice(1).map(([, amount]) => Number(amount))).toEqual(
          made.map(([, pence]) => pence / 100),
        );
      }),
      { numRuns: 25 },
    );
  });

  test("goes on over further sheets past the limit of a sheet", async () => {
    const made = Array.from({ length: 7 }, (_, index): Row => [`Row ${index}`, index, "2025-03-31"]);
    const file = await workbook(write, made, 3);
    expect((await rowsOf(format, file)).slice(1).map(([text]) => text)).toEqual(made.map(([text]) => text));
    const names =
      unzip(file)
        .get(format === "xlsx" ? "xl/workbook.xml" : "content.xml")
        ?.toString() ?? "";
    for (const name of ["Cover", "Contents", "Notes", "Rows", "Rows 2", "Rows 3"])
      expect(names).toContain(`name="${name}"`);
  });

  test("is printed one page wide, across, with its headings on every page", async () => {
    const parts = unzip(await workbook(write, []));
    const text = [...parts.values()].map(String).join("");
    const said =
      format === "xlsx"
        ? ['orientation="landscape" fitToWidth="1" fitToHeight="0"', "'Rows'!$2:$2"]
        : ['style:scale-to-X="1"', 'style:print-orientation="landscape"', "<table:table-header-rows>"];
    for (const words of said) expect(text).toContain(words);
  });

  test("shows the whole of long words, notes and headings: such rows say how high they are, others do not", async () => {
    const long = "Doorstep crime in Ashdown, with its villages and the town";
    const notes = { ...WORKBOOK, notes: ["A word ".repeat(60)] };
    const heights = async (text: string, heading: string) => {
      const columns = [{ heading, kind: "text" as const }, ...COLUMNS.slice(1)];
      const options = { columns, workbook: notes, sum: null };
      const parts = unzip(await whole(write(inBatches([[text, 1, "2025-03-31"]]), options, [1, null])));
      const sheet = format === "xlsx" ? "xl/worksheets/sheet4.xml" : "content.xml";
      const [, xml = ""] =
        parts
          .get(sheet)
          ?.toString()
          .split(/table:name="Rows"|<row r="1"/) ?? [];
      const front = parts.get(format === "xlsx" ? "xl/worksheets/sheet3.xml" : "content.xml")?.toString();
      const high = format === "xlsx" ? /<row r="\d+" ht="(\d+)"/g : /table:style-name="lines-(\d+)"/g;
      return { rows: [...xml.matchAll(high)].map(([, height]) => height), front: front?.match(high)?.length };
    };
    expect((await heights("Short", "Text")).rows).toEqual([]);
    expect((await heights(long, "Text")).rows).toEqual([format === "xlsx" ? "48" : "3"]);
    expect((await heights("Short", "Text")).front).toBeGreaterThan(0);
    if (format === "xlsx")
      expect((await heights("Short", "What it is called by most of all the people")).rows).toEqual(["32"]);
  });

  test("fails where there are more rows than were counted", async () => {
    const made = Array.from({ length: 4 }, (): Row => ["A", 1, "2025-03-31"]);
    const writing = whole(
      write(inBatches(made), { columns: COLUMNS, workbook: WORKBOOK, sum: null, rowLimit: 3 }, [2, null]),
    );
    await expect(writing).rejects.toThrow(/more rows/);
  });
});

test("the cover says money as people read it", () => {
  const cover = (pence: number) =>
    coverRows({ columns: COLUMNS, workbook: WORKBOOK, sum: 1, total: [null, -123_456, null] }, [2, pence]);
  expect(cover(162_057_100)).toEqual(
    expect.arrayContaining([
      ["Sum of Amount", "£1,620,571.00"],
      ["Total of Amount", "−£1,234.56"],
    ]),
  );
  expect(cover(99_950)).toContainEqual(["Sum of Amount", "£999.50"]);
});

test("words break into lines between them, and one that is longer than a line within itself", () => {
  expect(linesTaken("Awarded, by value", 12)).toBe(2);
  expect(linesTaken("Claims, amount not recorded", 12)).toBe(3);
  expect(linesTaken("one two", 7)).toBe(1);
  expect(linesTaken("one two", 6)).toBe(2);
  expect(linesTaken("x".repeat(25), 12)).toBe(3);
  expect(linesTaken("a\nb\n\nc", 12)).toBe(4);
  expect(linesTaken("word ".repeat(1_000), 10)).toBe(20);
});
