import { alignedLines } from "../funding-secured-text.rules.ts";
import { type Block, cellWords, type ReportDocument } from "./document.ts";

/** A report as plain text, for a command line: what stands on the page, its tables in columns, without the pictures. */
export function documentText({ title, of, lead, sections }: ReportDocument): string {
  const body = sections.flatMap(({ heading, blocks }) => [
    "",
    heading,
    "=".repeat(heading.length),
    ...blocks.flatMap(blockLines),
  ]);
  return `${[title, of, ...lead, ...body].join("\n")}\n`;
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return ["", block.text, "-".repeat(block.text.length)];
    case "warning":
      return [`Warning: ${block.text}`];
    case "list":
      return block.items.map((item) => `- ${item}`);
    case "facts":
      return block.rows.map(({ key, value }) => `${key}: ${value}`);
    case "table":
      return tableLines(block);
    case "bars":
    case "line":
    case "multiples":
      return [block.finding];
    default:
      return [block.text];
  }
}

function tableLines({ caption, columns, rows, footer, empty }: Extract<Block, { kind: "table" }>): string[] {
  if (rows.length === 0) return [empty];
  const all = [...rows.map((cells) => cells.map(cellWords)), ...(footer ?? [])];
  const inLine = all.map((cells) => cells.map((text) => text.replaceAll("\n", "; ")));
  const headings = columns.map(({ heading }) => heading);
  const words = columns.flatMap(({ numeric }, index) => (numeric ? [] : [index]));
  return ["", caption, ...alignedLines(headings, inLine, footer !== undefined, words), ""];
}
