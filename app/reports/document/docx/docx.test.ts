import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { readDocx } from "#tests/support/docx.ts";
import { hasOffice, NO_OFFICE, printedByOffice } from "#tests/support/office.ts";
import { tablesOnPage } from "#tests/support/page-text.ts";
import type { ReportDocument } from "../document.ts";
import { DocumentBody } from "../document-body.tsx";
import { docxFile } from "./docx-file.server.ts";

const points = [
  { label: "2024 to 2025", value: 100, text: "£1" },
  { label: "2025 to 2026", value: -50, text: "−£0.50" },
];

/** One of everything, in ugly words. */
const REPORT: ReportDocument = {
  title: "Yearly & <odd> “report”",
  of: "Ashdown\u0000\u0008 \uD800 & Area",
  lead: ["As at a day."],
  sections: [
    {
      heading: "Money",
      blocks: [
        { kind: "text", text: "It is £1 & more" },
        { kind: "heading", text: "By year" },
        { kind: "facts", rows: [{ key: "Kind", value: "District" }] },
        { kind: "inset", text: "1 = 1" },
        { kind: "warning", text: "Beware" },
        { kind: "list", items: ["One", "Two"] },
        { kind: "line", finding: "It fell", points },
        { kind: "bars", finding: "One is longer", points },
        { kind: "multiples", finding: "A & B", panels: [{ title: "A", text: "£0.50", points }] },
        {
          kind: "table",
          caption: "Amounts & reasons",
          columns: [{ heading: "Award" }, { heading: "Amount", numeric: true }, { heading: "Why" }],
          rows: [[{ text: "A-1: “x” <y>", href: "/awards/1" }, "£1", "First\nSecond"]],
          footer: [["Total", "£1", ""]],
          empty: "None",
        },
        { kind: "table", caption: "Nothing", columns: [{ heading: "A" }], rows: [], empty: "There is none." },
      ],
    },
  ],
};
const MADE = { by: "Ashdown Council", at: "2026-11-21T09:00:00.000Z" };

describe("a report as a Word document", () => {
  test("has its title, its language, real headings, and a heading row that every page repeats", async () => {
    const { parts, styled, tables } = readDocx(await docxFile(REPORT, MADE));
    expect(parts.get("docProps/core.xml")).toContain(
      "<dc:title>Yearly &#38; &#60;odd&#62; “report”: Ashdown",
    );
    expect(parts.get("docProps/core.xml")).toContain("<dc:language>en-GB</dc:language>");
    expect(parts.get("word/styles.xml")).toContain('<w:lang w:val="en-GB"');
    expect(styled).toEqual(
      expect.arrayContaining(["Title: Yearly & <odd> “report”", "Heading1: Money", "Heading2: By year"]),
    );
    expect(tables.map(({ caption, headings }) => [caption, headings])).toEqual([
      ["Amounts & reasons", ["Award", "Amount", "Why"]],
    ]);
  });

  test("has the rows of the page, and says in words what its pictures show", async () => {
    const { tables, paragraphs, alternatives } = readDocx(await docxFile(REPORT, MADE));
    const page = tablesOnPage(renderToStaticMarkup(createElement(DocumentBody, { document: REPORT })));
    expect(tables.map(({ caption, headings, rows }) => ({ caption, rows: [headings, ...rows] }))).toEqual(
      page,
    );
    expect(paragraphs).toEqual(
      expect.arrayContaining(["It is £1 & more", "Kind: District", "Warning: Beware", "There is none."]),
    );
    expect(alternatives).toEqual([
      "It fell. 2024 to 2025: £1; 2025 to 2026: −£0.50",
      "One is longer. 2024 to 2025: £1; 2025 to 2026: −£0.50",
      "A: £0.50. 2024 to 2025: £1; 2025 to 2026: −£0.50",
    ]);
  });

  test("of the same report at the same instant is the same, byte for byte", async () => {
    expect((await docxFile(REPORT, MADE)).equals(await docxFile(REPORT, MADE))).toBe(true);
  });

  test("opens in LibreOffice", { timeout: 120_000 }, async ({ skip }) => {
    if (!hasOffice) skip(NO_OFFICE);
    const printed = printedByOffice({ "report.docx": await docxFile(REPORT, MADE) }).get("report");
    expect(printed?.subarray(0, 5).toString()).toBe("%PDF-");
  });
});
