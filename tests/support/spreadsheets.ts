import { parse } from "csv-parse/sync";
import readExcel from "read-excel-file/node";
import { unzip } from "./unzip.ts";

/** The rows of a table as texts, headings first, whatever kind of file they come out of; numbers as they stand. */
export async function rowsOf(
  format: "csv" | "csv-excel" | "xlsx" | "ods" | "json" | "xlsx-plain",
  file: Buffer,
): Promise<string[][]> {
  switch (format) {
    case "csv":
    case "csv-excel":
      return parse(file, { bom: true });
    case "json":
      return rowsOfJson(JSON.parse(file.toString("utf8")));
    case "xlsx":
      return rowsOfXlsx(file, 3);
    case "xlsx-plain":
      return rowsOfXlsx(file, 0);
    case "ods":
      return rowsOfOds(unzip(file).get("content.xml")?.toString("utf8") ?? "");
  }
}

function rowsOfJson(whole: Record<string, unknown>): string[][] {
  const rows = Object.values(whole).find((value) => Array.isArray(value)) as Record<string, unknown>[];
  const [first] = rows;
  if (!first) return [];
  return [
    Object.keys(first),
    ...rows.map((row) => Object.values(row).map((value) => (value === null ? "" : String(value)))),
  ];
}

/** Of the sheets after the cover, the contents and the notes, without the titles above their tables; of a package its grants. */
async function rowsOfXlsx(file: Buffer, before: number): Promise<string[][]> {
  const sheets = (await readExcel(file, { trim: false })) as unknown as {
    sheet: string;
    data: unknown[][];
  }[];
  const ofTables = sheets.slice(before).filter(({ sheet }) => before > 0 || sheet !== "Meta");
  const tables = ofTables.map(({ data }) => (before === 0 ? data : data.slice(1)));
  const all = tables.flatMap((rows, index) => (index === 0 ? rows : rows.slice(1)));
  return all.map((row) =>
    row.map((cell) =>
      cell === null ? "" : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell),
    ),
  );
}

function rowsOfOds(content: string): string[][] {
  const sheets = content.match(/<table:table [\s\S]*?<\/table:table>/g) ?? [];
  const tables = sheets
    .slice(3)
    .map((sheet) => (sheet.match(/<table:table-row[ >][\s\S]*?<\/table:table-row>/g) ?? []).slice(1));
  const all = tables.flatMap((rows, index) => (index === 0 ? rows : rows.slice(1)));
  return all.map((row) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].map(
      ([, attributes = "", inner = ""]) => {
        const value = /office:(?:date-)?value="([^"]*)"/.exec(attributes)?.[1];
        return value ?? textIn(inner);
      },
    ),
  );
}

function textIn(inner: string): string {
  return inner
    .replaceAll("</text:p><text:p>", "\n")
    .replace(/<text:s text:c="(\d+)"\/>/g, (_, count) => " ".repeat(Number(count)))
    .replaceAll("<text:tab/>", "\t")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
