import { formatPounds } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { GROUPING_NAMES } from "../funding-secured.ts";
import { decimalsOf } from "../funding-secured-table.rules.ts";
import { type ComparedRow, type Comparison, comparisonTitle } from "./comparison.rules.ts";

/** Two reports side by side, with the difference as a column of its own. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const { rows, notApportioned, total } = comparison;
  const all = [...rows, notApportioned, total];
  const decimals = decimalsOf(all.flatMap((row) => [row.firstPence ?? 0, row.secondPence ?? 0]));
  const text = (pence: number | null, unknown: string | null = null) =>
    pence === null ? (unknown ?? "not recorded") : formatPounds(pence, decimals);
  const [first, second] = comparison.empty;
  const columns: Column<ComparedRow>[] = [
    { heading: GROUPING_NAMES[comparison.by], rowHeader: true, cell: ({ name }) => name },
    { heading: "First report", numeric: true, cell: (row) => text(row.firstPence, first) },
    { heading: "Second report", numeric: true, cell: (row) => text(row.secondPence, second) },
    { heading: "Difference", numeric: true, cell: ({ differencePence }) => text(differencePence) },
  ];
  return (
    <Table
      caption={comparisonTitle(comparison)}
      columns={columns}
      rows={rows}
      rowKey={({ row }) => row}
      footer={[notApportioned, total].map((row) => ({
        cells: columns.map((column) => column.cell(row)),
        total: row === total,
      }))}
    />
  );
}
