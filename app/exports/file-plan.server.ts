import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { formatDate, formatInstant, type IsoDay } from "#app/core/calendar-date.ts";
import { slugOf } from "#app/reports/index.server.ts";
import type { RowsToWrite } from "#db/dialect/rows-thread.ts";
import type { CompiledRows, Dataset, ExportContents } from "./dataset.server.ts";
import type { AskedExport, DatasetName, ExportColumn, ExportValue, Publisher } from "./export.ts";
import { describedBy, type FileKind, FORMAT_DETAILS } from "./export-format.ts";

/** Who makes a file, where and when. */
export type Maker = Publisher & {
  /** As the file says it: a name, or who runs a command. */
  madeBy: string;
  /** ISO, UTC. */
  madeAt: string;
};

const WRITERS: Record<FileKind, string> = {
  csv: "csv",
  "csv-excel": "csv",
  json: "json",
  xlsx: "xlsx",
  ods: "ods",
  "csv-metadata": "csv-metadata",
  "csv-excel-metadata": "csv-metadata",
};

/** Rows that are known, or a query of them. */
type RowsAtHand = Exclude<ExportContents["rows"], { read: unknown }>;

type Asked = Pick<AskedExport, "params" | "csvUrl"> & { format: FileKind };

/** True of a kind of file that says beforehand how many rows are in it. */
export function isCounted(format: FileKind): boolean {
  return format === "xlsx" || format === "ods" || describedBy(format) !== null;
}

/**
 * What the thread is told, so that it writes these contents in this format.
 * @param count of the rows, where the database does not count them.
 */
export function workFor(
  dataset: Dataset,
  contents: ExportContents & { rows: RowsAtHand },
  asked: Asked,
  maker: Maker & { notes: string[]; asRecordedOn: IsoDay | null },
  count: number | null = null,
): RowsToWrite {
  const { format } = asked;
  const { columns, rows, sum, total = null } = contents;
  const told = {
    ...contents,
    title: contents.title ?? dataset.title,
    about: dataset.about,
    notes: maker.notes,
    asRecordedOn: maker.asRecordedOn,
  };
  const query = "query" in rows ? statementOf(rows.query) : null;
  const complete = "query" in rows ? (rows.complete as RowsToWrite["complete"]) : undefined;
  const known = "known" in rows ? rows.known : undefined;
  const described = describedBy(format);
  const counts = isCounted(format) && count === null;
  return {
    query,
    complete,
    rows: known,
    totals: counts && "query" in rows ? totalsOf(rows.query, sum?.name ?? null) : null,
    writer: pathToFileURL(resolve(`app/exports/files/${writerOf(contents, format)}.mjs`)).href,
    options: {
      columns: known === undefined ? columns : widened(columns, known),
      plain: contents.isPackage ?? false,
      publisher: maker.organisation,
      forExcel: format === "csv-excel",
      about: dataset.about,
      description: packageDescription(told),
      madeBy: maker.madeBy,
      csvUrl:
        described === null
          ? null
          : (asked.csvUrl ?? fileName(dataset.name, contents, { ...asked, ...maker, format: described })),
      name: contents.sheet.toLowerCase().replaceAll(" ", "-"),
      readme: readme(told, maker),
      sum: sum?.column ?? null,
      total,
      known:
        known === undefined
          ? count === null
            ? null
            : [count, null]
          : [known.length, sumOf(known, sum?.column)],
      workbook: {
        title: told.title,
        tableName: contents.sheet,
        about: aboutRows(told, maker),
        notes: maker.notes,
        madeAt: maker.madeAt,
        organisation: maker.organisation,
      },
    },
  };
}

function writerOf({ isPackage }: ExportContents, format: FileKind): string {
  return isPackage && format === "json" ? "package" : WRITERS[format];
}

/** As wide as the longest text of a report's rows, which are all known, within bounds: nothing of a name is out of sight. */
const WIDEST = 76;
function widened(columns: readonly ExportColumn[], rows: readonly ExportValue[][]): ExportColumn[] {
  return columns.map((column, index) => {
    if (column.kind !== "text") return column;
    const longest = rows.reduce((most, row) => Math.max(most, String(row[index] ?? "").length), 0);
    return { ...column, width: Math.min(WIDEST, longest + 2) };
  });
}

function sumOf(rows: readonly ExportValue[][], column: number | undefined): number | null {
  if (column === undefined) return null;
  return rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
}

function statementOf({ sql, parameters }: CompiledRows) {
  return { text: sql, parameters };
}

function totalsOf({ sql, parameters }: CompiledRows, sum: string | null) {
  const added = sum === null ? "null" : `cast(coalesce(sum("${sum}"), 0) as bigint)`;
  return { text: `select cast(count(*) as bigint), ${added} from (${sql}) as all_rows`, parameters };
}

type Told = Omit<ExportContents, "notes"> & {
  title: string;
  about: string;
  notes: string[];
  asRecordedOn: IsoDay | null;
};

/** What a file is, as its cover says it. */
function aboutRows({ about, filters, moment, asRecordedOn }: Told, maker: Maker): [string, string][] {
  return [
    ["What it holds", about],
    ...(filters.length === 0 ? [["Filters", "None"] as [string, string]] : filters),
    ...(moment === null ? [] : momentRows(moment)),
    ...(asRecordedOn === null ? [] : [["As recorded on", formatDate(asRecordedOn)] as [string, string]]),
    ["Made by", maker.madeBy],
    ["Made at", formatInstant(maker.madeAt)],
    ["From", `${maker.service}, ${maker.organisation}`],
    ["Contact", maker.contact ?? "Not given"],
  ];
}

/** What a package says of itself: it is made public, so nobody's name is in it. */
function packageDescription({ about, moment, notes }: Told): string {
  const when = moment === null ? [] : momentRows(moment).map(([name, day]) => `${name}: ${day}.`);
  return [about, ...when, ...notes].join(" ");
}

function momentRows({ asAt, knownAt }: { asAt: string; knownAt: string }): [string, string][] {
  return [
    ["As at", formatDate(asAt)],
    ["As it was known on", formatDate(knownAt)],
  ];
}

function readme({ title, about, filters, moment, asRecordedOn, notes }: Told, maker: Maker) {
  return {
    title,
    about,
    filters: Object.fromEntries(filters),
    ...(moment === null ? {} : { asAt: moment.asAt, knownAt: moment.knownAt }),
    ...(asRecordedOn === null ? {} : { asRecordedOn }),
    madeBy: maker.madeBy,
    madeAt: maker.madeAt,
    from: `${maker.service}, ${maker.organisation}`,
    notes,
  };
}

/** What a file says of itself and nobody chose, or what its name says already. */
const NOT_IN_NAMES = ["Identifiers begin with", "First report", "Second report"];

/** "bids-submitted-recorded-on-2026-11-21.csv", "awards-as-at-2026-11-21-known-on-2026-11-21.xlsx". */
export function fileName(
  name: DatasetName,
  { moment, filters, fileName: own }: ExportContents,
  { format, params, asRecordedOn }: Asked & { asRecordedOn: IsoDay | null },
): string {
  const { extension } = FORMAT_DETAILS[format];
  // All the partnerships of a report are chosen by nobody.
  const chosen = filters.filter(([filter]) => filter !== "Partnerships" || params.get("partnership"));
  const words = chosen.filter(([filter]) => !NOT_IN_NAMES.includes(filter)).map(([, value]) => value);
  const parts = [own ?? name, slugOf(words.join(" "))].filter((part) => part !== "");
  const recorded = asRecordedOn === null ? "" : `-recorded-on-${asRecordedOn}`;
  const when = moment === null ? recorded : `-as-at-${moment.asAt}-known-on-${moment.knownAt}`;
  return `${parts.join("-")}${when}${(describedBy(format) ?? format) === "csv-excel" ? "-for-excel" : ""}.${extension}`;
}
