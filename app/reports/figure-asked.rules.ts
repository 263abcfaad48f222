import { NotFoundError } from "#app/platform/errors.ts";
import { type FigureColumn, type FigureRow, parseFigureRow } from "./figure-lines.ts";
import { type FundingSecuredAddress, queryOf } from "./funding-secured.schema.ts";
import type { FundingSecuredQuery } from "./funding-secured.ts";

type AskedFigure = {
  query: FundingSecuredQuery;
  row: FigureRow;
  across: FigureColumn | null;
  /** How the address names the row and the column. */
  place: Record<string, string>;
};

/** Which figure of the report an address asks for: the total where it names none. @throws NotFoundError for a row that is none. */
export function figureAsked(address: FundingSecuredAddress, params: URLSearchParams): AskedFigure {
  const query = queryOf(address);
  const text = params.get("row") ?? "total";
  const row = parseFigureRow(query.by, text);
  if (row === null) throw new NotFoundError(`No row ${text}`);
  const { and } = address;
  if (and === null) return { query, row, across: null, place: { row: text } };
  const columnText = params.get("column") ?? "total";
  const column = parseFigureRow(and, columnText);
  if (column === null) throw new NotFoundError(`No column ${columnText}`);
  return { query, row, across: { by: and, column }, place: { row: text, column: columnText } };
}
