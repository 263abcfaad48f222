import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import type { Cell } from "../crossed/crossed.ts";
import { crossedCellText } from "../crossed/crossed-words.rules.ts";
import type { Block, ChartPoint, DocumentChart } from "../document/document.ts";
import type { Decimals } from "../funding-secured-table.rules.ts";
import { addCells, cellsIn, yearsOf } from "./year-money.rules.ts";
import type { YearlyReport } from "./yearly.ts";

const MOST_YEARS = 10;
const MOST_PANELS = 12;
/**
 * Years of the pictures and the table of priority areas, the same in both: that of the report and those before, else those
 * after, of which money is recorded.
 */
const YEARS_SHOWN = 4;

/** The line of all years, with what the year of the report is against the one before; null of fewer than two years. */
export function yearLine({ byFunder, year }: YearlyReport, decimals: Decimals): DocumentChart | null {
  const years = yearsOf(byFunder, year, MOST_YEARS);
  if (years.length < 2) return null;
  const points = pointsOf(years, cellsIn(byFunder, byFunder.total, years), decimals);
  return { kind: "line", finding: yearFinding(byFunder, year, decimals), points };
}

/** "£20,000 is secured for 2024 to 2025, £5,000 more than for the year before". */
function yearFinding(byFunder: YearlyReport["byFunder"], year: number, decimals: Decimals): string {
  const [before = null, now = null] = cellsIn(byFunder, byFunder.total, [year - 1, year]);
  const name = formatFinancialYear(year);
  const has = (one: number) => byFunder.columns.some(({ column }) => column === String(one));
  if (!has(year)) return `Nothing is recorded as secured for ${name}`;
  if (now === null) return `The amount that is secured for ${name} is not recorded`;
  const amount = `${formatPounds(now, decimals)} is secured for ${name}`;
  if (!has(year - 1)) return `${amount}; nothing is recorded for the year before`;
  if (before === null) return `${amount}; that of the year before is not recorded`;
  if (before === now) return `${amount}, the same as for the year before`;
  const way = now > before ? "more" : "less";
  return `${amount}, ${formatPounds(Math.abs(now - before), decimals)} ${way} than for the year before`;
}

function pointsOf(years: readonly number[], cells: readonly Cell[], decimals: Decimals): ChartPoint[] {
  return years.map((year, index) => {
    const cell = cells[index] ?? null;
    return { label: formatFinancialYear(year), value: cell, text: crossedCellText(cell, decimals) };
  });
}

/** Priority areas by years: small pictures, and the table of the same years with all that is left of the others. */
export function prioritiesByYear({ byPriority, year }: YearlyReport, decimals: Decimals): Block[] {
  const years = yearsOfPriorities(byPriority, year);
  const own = byPriority.rows.slice(0, -1);
  if (own.length === 0) {
    return [{ kind: "text", text: "No money is apportioned to a priority area." }];
  }
  const blocks: Block[] = [{ kind: "heading", text: "Priority areas by year" }];
  const single = own.length <= MOST_PANELS ? own : own.slice(0, MOST_PANELS - 1);
  const others = own.slice(single.length);
  const panels = single.map(({ name, cells }) => ({ name, cells: cellsIn(byPriority, { cells }, years) }));
  if (others.length > 0) {
    const rows = others.map((row) => cellsIn(byPriority, row, years));
    panels.push({
      name: `Other (${others.length})`,
      cells: years.map((_, index) => addCells(rows.map((row) => row[index] ?? null))),
    });
  }
  if (years.length >= 2) {
    blocks.push({
      kind: "multiples",
      finding: prioritiesFinding(
        own.map(({ name, cells }) => ({ name, pence: addCells(cellsIn(byPriority, { cells }, years)) })),
        years,
      ),
      panels: panels.map(({ name, cells }) => ({
        title: name,
        text: crossedCellText(addCells(cells), decimals),
        points: pointsOf(years, cells, decimals),
      })),
    });
  }
  return [...blocks, prioritiesTable(byPriority, years, decimals)];
}

function yearsOfPriorities(crossed: YearlyReport["byPriority"], year: number): number[] {
  const recorded = crossed.columns.map(({ column }) => Number(column)).filter(Number.isSafeInteger);
  const years = [...new Set([...recorded, year])].sort((a, b) => a - b);
  const from = Math.max(0, years.indexOf(year) - YEARS_SHOWN + 1);
  return years.slice(from, from + YEARS_SHOWN);
}

/** Which has the most in the years of the pictures, which years those are, and where all else stands. */
function prioritiesFinding(
  areas: readonly { name: string; pence: Cell }[],
  years: readonly number[],
): string {
  const [most] = [...areas].sort((a, b) => (b.pence ?? 0) - (a.pence ?? 0));
  const span = years.map(formatFinancialYear).join(", ");
  const finding =
    most === undefined || (most.pence ?? 0) <= 0
      ? `No money of ${span} is recorded for a priority area`
      : `Of ${span} together, ${most.name} has the most money of all priority areas`;
  return `${finding}. The pictures are of these years of the table, on one scale; other years, and money of no year yet, stand in the table alone`;
}

function prioritiesTable(
  crossed: YearlyReport["byPriority"],
  shown: readonly number[],
  decimals: Decimals,
): Block {
  const isShown = (column: string) => shown.includes(Number(column));
  const row = ({ name, cells, sum }: { name: string; cells: Cell[]; sum: Cell }) => {
    const others = crossed.columns
      .slice(0, -1)
      .flatMap(({ column }, index) => (isShown(column) ? [] : [index]));
    const all = [
      ...cellsIn(crossed, { cells }, shown),
      addCells(others.map((index) => cells[index] ?? null)),
      cells.at(-1) ?? null,
      sum,
    ];
    return [name, ...all.map((cell) => crossedCellText(cell, decimals))];
  };
  const headings = [...shown.map(formatFinancialYear), "Other years", "No year yet", "All"];
  return {
    kind: "table",
    caption: "Secured by priority area and financial year",
    columns: [{ heading: "Priority area" }, ...headings.map((heading) => ({ heading, numeric: true }))],
    rows: crossed.rows.slice(0, -1).map(row),
    footer: [...crossed.rows.slice(-1), crossed.total].map(row),
    empty: "",
  };
}
