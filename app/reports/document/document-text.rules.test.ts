import { expect, test } from "vitest";
import type { ReportDocument } from "./document.ts";
import { documentText } from "./document-text.rules.ts";

const REPORT: ReportDocument = {
  title: "Yearly report",
  of: "Ashdown",
  lead: ["As at a day."],
  sections: [
    {
      heading: "Money",
      blocks: [
        { kind: "line", finding: "It fell", points: [] },
        {
          kind: "table",
          caption: "Amounts",
          columns: [{ heading: "Award" }, { heading: "Amount", numeric: true }],
          rows: [[{ text: "A-1", href: "/awards/1" }, "£1\nof £2"]],
          footer: [["Total", "£1"]],
          empty: "None",
        },
        { kind: "table", caption: "Nothing", columns: [{ heading: "A" }], rows: [], empty: "There is none." },
        { kind: "facts", rows: [{ key: "Kind", value: "District" }] },
        { kind: "list", items: ["One"] },
        { kind: "warning", text: "Beware" },
        { kind: "heading", text: "By year" },
        { kind: "inset", text: "1 = 1" },
      ],
    },
  ],
};

test("a report as plain text has all that its page has but the pictures, of which it has the findings", () => {
  const lines = documentText(REPORT).split("\n");
  expect(lines.slice(0, 6)).toEqual(["Yearly report", "Ashdown", "As at a day.", "", "Money", "====="]);
  for (const words of [
    "It fell",
    "Amounts",
    "There is none.",
    "Kind: District",
    "- One",
    "Warning: Beware",
    "1 = 1",
  ])
    expect(lines).toContain(words);
  expect(lines.find((line) => line.startsWith("A-1"))).toMatch(/£1; of £2$/);
  expect(lines.find((line) => line.startsWith("Total"))).toMatch(/£1$/);
  expect(lines).not.toContain("Nothing");
});
