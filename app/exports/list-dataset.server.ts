import { type Context, requirePermission } from "#app/platform/context.server.ts";
import type { Permission } from "#app/platform/permissions.ts";
import type { Dataset, ExportContents } from "./dataset.server.ts";
import type { ExportColumn, ExportValue } from "./export.ts";
import { EXPORT_FORMATS } from "./export-format.ts";
import { unusedBeside } from "./unused.server.ts";

/** A column of a list's file, and how it is read out of a row of the list. */
export type ListColumn<Row> = ExportColumn & { of: (row: Row) => ExportValue };

type Read<Row> = Pick<Partial<ExportContents>, "filters" | "moment" | "title"> & {
  /** In the order of the page; a function where they may be many, so that what a file would hold is told without them. */
  rows: readonly Row[] | (() => Promise<readonly Row[]>);
  /** How the file agrees with the page, and what to know when reading it. */
  notes: readonly (string | null)[];
  /** Where they depend on what is asked for. */
  columns?: readonly ListColumn<Row>[];
};

type List<Row> = Pick<Dataset, "name" | "title" | "about"> &
  Partial<Pick<Dataset, "unused" | "takesDay">> & {
    /** What the page of the list asks for. */
    permission: Permission;
    /** Where the title is too long for the name of a sheet. */
    sheet?: string;
    columns: readonly ListColumn<Row>[];
    /** What the page shows, all of it, by the function that its page reads it with. */
    read(context: Context, params: URLSearchParams): Promise<Read<Row>>;
  };

/** The file of a list whose rows are all read at once, as its page reads them. */
export function listDataset<Row>(list: List<Row>): Dataset {
  const { permission, columns: usual, read, sheet = list.title, ...told } = list;
  return {
    formats: EXPORT_FORMATS,
    requireAccess: (context) => requirePermission(context, permission),
    unused: (params) => unusedBeside(params, []),
    ...told,
    contents: async (context, { params }) => {
      const {
        rows,
        notes,
        columns = usual,
        filters = [],
        moment = null,
        ...more
      } = await read(context, params);
      return {
        ...{ ...more, filters, moment },
        sheet,
        notes: async () => notes.filter((note) => note !== null),
        columns: columns.map(({ of, ...column }) => column),
        rows:
          typeof rows === "function"
            ? { read: async () => valuesOf(await rows(), columns) }
            : { known: valuesOf(rows, columns) },
        sum: null,
      };
    },
  };
}

function valuesOf<Row>(rows: readonly Row[], columns: readonly ListColumn<Row>[]): ExportValue[][] {
  return rows.map((row) => columns.map(({ of }) => of(row)));
}

/** All that a list shows page by page, in its order, by the function that reads its pages. */
export async function everyPage<Row>(
  read: (after: number | null) => Promise<{ rows: readonly Row[]; next: number | null }>,
): Promise<Row[]> {
  const all: Row[] = [];
  let after: number | null = null;
  do {
    const page: { rows: readonly Row[]; next: number | null } = await read(after);
    all.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return all;
}
