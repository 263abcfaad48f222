import type { Grouping, NamedAward } from "./funding-secured.ts";

/** Which figure of the report is opened: a row's, or one that stands under or beside the rows. */
export type FigureRow =
  | { kind: "row"; key: number | string }
  | { kind: "not-apportioned" }
  | { kind: "total" }
  | { kind: "joint" };

/** Reads the row of an address. Null where it names none. */
export function parseFigureRow(by: Grouping, text: string): FigureRow | null {
  if (text === "not-apportioned" || text === "total" || text === "joint") return { kind: text };
  if (by === "stream") return text === "revenue" || text === "capital" ? { kind: "row", key: text } : null;
  return /^[1-9]\d{0,14}$/.test(text) ? { kind: "row", key: Number(text) } : null;
}

/** The column of the figure, in a report with two groupings. */
export type FigureColumn = { by: Grouping; column: FigureRow };

/** A line behind a figure, with its way to the award, the bid and the round. Names are null where not known. */
export type FigureLine = {
  /** Its place in the list. */
  cursor: string;
  award: NamedAward;
  bid: { id: number; reference: string } | null;
  round: { id: number; name: string } | null;
  partnership: string | null;
  financialYear: number | null;
  /** `id` null: of a partnership whose projects the person does not read. */
  project: { id: number | null; name: string } | null;
  priority: string | null;
  theme: string | null;
  stream: "revenue" | "capital" | null;
  fund: string | null;
  funder: string | null;
  /** Below 0 where the award passed the money on; null where the amount is not recorded. */
  amountPence: number | null;
  isApproximate: boolean;
  label: string | null;
  /** The award that it comes out of, or, where it was passed on, the one that it went to. */
  between: { direction: "out of" | "passed on to"; award: NamedAward | null } | null;
};

export type FigureLines = {
  by: Grouping;
  asAt: string;
  knownAt: string;
  partnerships: string[] | null;
  /** The name of the row; null for a figure under or beside the rows. */
  rowName: string | null;
  /** The name of the column, in a report with two groupings; null for a figure under or beside the columns. */
  columnName: string | null;
  /** The sum of the lines; null where there are some and the amount of none is recorded. */
  figurePence: number | null;
  count: number;
  lines: FigureLine[];
  /** Where the next page of lines starts; null on the last. */
  next: string | null;
};
