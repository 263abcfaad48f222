import type { FinancialYear } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import type { Cell, CrossedReport } from "../crossed/crossed.ts";

/** What a row of a report has in one year. Pence; null is not recorded. */
export type YearRow = { row: string; name: string; pence: Cell };

/** One column of a report by years: its rows that have something in it, what is not yet apportioned, and its total. */
export type YearColumn = { rows: YearRow[]; notApportioned: YearRow; total: Cell };

/** @param crossed a report whose columns are financial years. */
export function columnOfYear(crossed: CrossedReport, year: FinancialYear): YearColumn {
  const index = crossed.columns.findIndex(({ column }) => column === String(year));
  const all = crossed.rows.map(({ row, name, cells }) => ({
    row,
    name,
    pence: index === -1 ? 0 : (cells[index] ?? null),
  }));
  const rest = all.at(-1) ?? { row: "not-apportioned", name: "Not yet apportioned", pence: 0 };
  return {
    rows: all.slice(0, -1).filter(({ pence }) => pence !== 0),
    notApportioned: rest,
    total: index === -1 ? 0 : (crossed.total.cells[index] ?? null),
  };
}

/** What rows come to; null where the amount of none is recorded, and there are some. */
export function addCells(cells: readonly Cell[]): Cell {
  const known = cells.flatMap((cell) => (cell === null ? [] : [cell]));
  if (known.every((pence) => pence === 0) && known.length < cells.length) return null;
  return sumPence(known);
}

/** The years of a report and `year` from the first to the last, none left out, at most the last `most` of them. */
export function yearsOf(
  crossed: Pick<CrossedReport, "columns">,
  year: FinancialYear,
  most: number,
): FinancialYear[] {
  const years = crossed.columns.map(({ column }) => Number(column)).filter(Number.isSafeInteger);
  if (years.length === 0) return [];
  years.push(year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).slice(-most);
}

/** The cells of a row in these years: null, not recorded, where the report has no such year. */
export function cellsIn(
  crossed: Pick<CrossedReport, "columns">,
  row: { cells: readonly Cell[] },
  years: readonly FinancialYear[],
): Cell[] {
  return years.map((year) => {
    const index = crossed.columns.findIndex(({ column }) => column === String(year));
    return index === -1 ? null : (row.cells[index] ?? null);
  });
}
