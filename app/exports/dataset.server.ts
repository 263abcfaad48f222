import type { Context } from "#app/platform/context.server.ts";
import type {
  AskedExport,
  DatasetName,
  ExportColumn,
  ExportSummary,
  ExportValue,
  Refusal,
} from "./export.ts";
import type { ExportFormat } from "./export-format.ts";

/** A query, compiled, whose columns are those of the file in their order. */
export type CompiledRows = { sql: string; parameters: readonly unknown[] };

/** Makes of some rows what the database cannot work out. */
export type CompleteRows = (rows: ExportValue[][]) => Promise<ExportValue[][]>;

/** How many rows there will be, where they are made of the query's and are not as many. */
export type CountRows = () => Promise<number>;

export type ExportContents = Omit<
  ExportSummary,
  | "title"
  | "about"
  | "notes"
  | "headings"
  | "formats"
  | "refusal"
  | "asRecordedOn"
  | "unusedWords"
  | "takesDay"
> & {
  /** What is told of it where the dataset's own words are not enough. */
  title?: string;
  /** What its file is called, where the dataset's own name does not say it. */
  fileName?: string;
  /** Asked for only where they are told: adding up what a file will hold can take as long as writing it. */
  notes: () => Promise<string[]>;
  columns: readonly ExportColumn[];
  /** Rows out of the register, rows that are known already, or rows that are read once a file is wanted. */
  rows:
    | { query: CompiledRows; complete?: CompleteRows; count?: CountRows }
    | { known: ExportValue[][] }
    | { read: () => Promise<ExportValue[][]> };
  /** The heading of the money that is added up, with the name that the column has in the query; null where none is. */
  sum: { column: number; name: string } | null;
  /** What a report's table comes to, in the order of the columns: no row, so that no sum of a column counts it twice. */
  total?: readonly ExportValue[];
  /** A 360Giving package: what the standard says, and nothing around it. */
  isPackage?: boolean;
  /** What the sheets of a workbook are called. */
  sheet: string;
};

/** What the notes of a report's file say where its total is no row. */
export const TOTAL_APART =
  "The total is no row, so that a column that is added up comes to it once; it stands with what the file says of itself.";

/** What is asked for cannot be made into a file yet; the message says why. */
export class ExportRefusedError extends Error {}

/** What stands in an address and is left out. */
export type Unused = { name: string; text: string };

/** One thing that can be exported. Another one is another file of this kind, and a line in `datasets.server.ts`. */
export type Dataset = {
  name: DatasetName;
  title: string;
  /** "One row for each …" */
  about: string;
  formats: readonly ExportFormat[];
  /** @throws ForbiddenError where the person may not have it at all. */
  requireAccess(context: Context): void;
  /** What of an address it does not use, where it holds what is recorded now; undefined where it always has a moment. */
  unused?(params: URLSearchParams): Unused[];
  /** Has a moment where one is asked for, and else holds what is recorded now. */
  takesDay?: true;
  /** Why no file can be made of what is asked for; null where one can. */
  refusal?(asked: AskedExport, context: Context): Refusal | null | Promise<Refusal | null>;
  /** @throws NotFoundError for a record outside the scope, as for one that does not exist. */
  contents(context: Context, asked: AskedExport): Promise<ExportContents>;
};
