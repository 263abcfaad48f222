import { besideOf, openCellWords, type WhereSplit } from "../beside/beside.rules.ts";
import type { BesideColumn, BesideSums, Key, KeyedPence } from "../beside/beside.ts";
import { BESIDE_COLUMNS } from "../beside/beside.ts";
import { figuresOf } from "../funding-secured.rules.ts";
import type { FundingSecuredReport, Grouping } from "../funding-secured.ts";
import {
  cellText,
  cellValue,
  type Decimals,
  decimalsOf,
  NOT_APPORTIONED,
  type ReportColumn,
  tableOf,
} from "../funding-secured-table.rules.ts";
import type { CellSums } from "../row-sums.queries.server.ts";
import type { CrossedReport, MostCells, Pair, PairGroup, Pairs } from "./crossed.ts";

/**
 * Lays the sums out as a row for each pair of groups in which anything stands, in the order of the table of two groupings.
 * @param report the report by the rows alone, with the same columns beside it
 */
export function arrangePairs(
  report: FundingSecuredReport,
  crossed: Pick<CrossedReport, "columns" | "rows">,
  cells: readonly CellSums[],
  beside: BesideSums,
): Pairs {
  const table = tableOf(report);
  const asked = BESIDE_COLUMNS.filter((column) => beside[column] && column in (report.total.beside ?? {}));
  const [rowOf, columnOf] = [
    namedBy(crossed.rows.map(({ row }) => row)),
    namedBy(crossed.columns.map(({ column }) => column)),
  ];
  const money = new Map(cells.map((cell) => [`${rowOf(cell.row)} ${columnOf(cell.column)}`, cell]));
  const entries = new Map<string, BesideSums>();
  const empty = () => Object.fromEntries(asked.map((column) => [column, [] as KeyedPence[]])) as BesideSums;
  for (const column of asked) {
    for (const entry of beside[column]) {
      const name = `${rowOf(entry.row)} ${columnOf(entry.column)}`;
      const found = entries.get(name) ?? empty();
      entries.set(name, found);
      found[column].push(entry);
    }
  }
  const pairOf = (row: string, { column, name }: { column: string; name: string }): Pair[] => {
    const [sums, found] = [money.get(`${row} ${column}`), entries.get(`${row} ${column}`)];
    const figures = figuresOf(sums ?? NOTHING, Math.max(0, sums?.notRecorded ?? 0));
    const isEmpty = Object.values(figures).every((figure) => figure === 0);
    if (isEmpty && !found) return [];
    return [{ column, name, figures: { ...figures, beside: besideOf(asked, found ?? empty(), () => true) } }];
  };
  const groups = [...table.rows, table.notApportioned].map(
    ({ row, name, figures }): PairGroup => ({
      ...{ row, name, sum: figures },
      pairs: crossed.columns.flatMap((column) => pairOf(row, column)),
    }),
  );
  return {
    columns: table.columns.filter(({ key }) => key !== "awards" && key !== "notRecorded"),
    groups: groups.filter(({ pairs }) => pairs.length > 0),
    total: report.total,
    requestedIn: {
      by: whereSplit(
        groups.flatMap(({ row, pairs }) => pairs.map(({ figures }) => ({ name: row, figures }))),
      ),
      and: whereSplit(groups.flatMap(({ pairs }) => pairs.map((pair) => ({ ...pair, name: pair.column })))),
    },
  };
}

function whereSplit(cells: readonly { name: string; figures: Pair["figures"] }[]): WhereSplit {
  const found = cells.filter(({ figures }) => figures.beside?.requested != null);
  return {
    inRows: found.some(({ name }) => name !== NOT_APPORTIONED),
    apart: found.some(({ name }) => name === NOT_APPORTIONED),
  };
}

const NOWHERE: WhereSplit = { inRows: false, apart: false };
const NOTHING = { grossPence: 0, passedOnPence: 0, notRecorded: 0, approximatePence: 0 };

/** What belongs to none of the groups stands in "not yet apportioned". */
function namedBy(names: readonly string[]): (key: Key) => string {
  const known = new Set(names);
  return (key) => (key !== null && known.has(String(key)) ? String(key) : NOT_APPORTIONED);
}

/** Why so many rows are not shown, in words that say what to do; null where they may be. */
export function tooManyPairsWords(rows: number, columns: number, { cells }: MostCells): string | null {
  if (rows * columns <= cells) return null;
  return `The table would have more than ${Math.floor(cells / columns).toLocaleString("en-GB")} rows, which is the most that can be shown. Choose a partnership, or export the table`;
}

/** A cell of a pair, or of what a group comes to, as people read it. */
export function pairText(
  { key, ...column }: ReportColumn,
  { by, and, pairs }: Pick<CrossedReport, "by" | "and" | "pairs">,
  group: PairGroup,
  pair: Pair | null,
  decimals: Decimals,
): string {
  const open = (name: string | undefined, grouping: Grouping, split: WhereSplit = NOWHERE) =>
    name !== undefined && name !== NOT_APPORTIONED && isBeside(key)
      ? openCellWords(key, grouping, split)
      : undefined;
  const { requestedIn } = pairs ?? {};
  const notSplit = open(group.row, by, requestedIn?.by) ?? open(pair?.column, and, requestedIn?.and);
  return cellText({ key, ...column }, (pair ?? { figures: group.sum }).figures, decimals, notSplit);
}

function isBeside(key: ReportColumn["key"]): key is BesideColumn {
  return BESIDE_COLUMNS.some((column) => column === key);
}

/** Two decimals on all amounts as soon as one has pence. */
export function decimalsOfPairs({ columns, groups, total }: Pairs): Decimals {
  const all = [total, ...groups.flatMap(({ pairs, sum }) => [sum, ...pairs.map(({ figures }) => figures)])];
  return decimalsOf(all.flatMap((figures) => columns.map(({ key }) => cellValue(key, figures) ?? 0)));
}

/** The pairs as rows of a file: the names of both groups, then amounts in the order of the columns; no sums among them. */
export function pairRows({ columns, groups }: Pairs): [names: string[], amounts: (number | null)[]][] {
  return groups.flatMap(({ name, pairs }) =>
    pairs.map((pair): [string[], (number | null)[]] => [
      [name, pair.name],
      columns.map(({ key }) => cellValue(key, pair.figures)),
    ]),
  );
}
