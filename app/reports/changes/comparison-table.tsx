import { formatPounds } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { GROUPING_NAMES } from "../funding-secured.ts";
import { decimalsOf } from "../funding-secured-table.rules.ts";
import { comparisonTitle } from "./comparison.rules.ts";
import type { ComparedColumn, ComparedGroups, ComparedRow, Comparison } from "./comparison.ts";

/** What is secured in two reports side by side, with the difference as a column of its own. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  return <Compared comparison={comparison} groups={comparison} more={null} />;
}

/** The other columns that were asked for, each in a table of its own. */
export function MoreCompared({ comparison }: { comparison: Comparison }) {
  return (
    <>
      {comparison.more.map((each) => (
        <Compared key={each.column} comparison={comparison} groups={each} more={each} />
      ))}
      {comparison.notes.map((words) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
    </>
  );
}

type ComparedProps = {
  comparison: Pick<Comparison, "by" | "empty">;
  groups: ComparedGroups;
  /** Null of what is secured. */
  more: ComparedColumn | null;
};

function Compared({ comparison, groups: { rows, notApportioned, total }, more }: ComparedProps) {
  const all = [...rows, notApportioned, total];
  const decimals = decimalsOf(all.flatMap((row) => [row.firstPence ?? 0, row.secondPence ?? 0]));
  const text = (row: ComparedRow, pence: number | null, empty: string | null = null) => {
    if (pence !== null) return formatPounds(pence, decimals);
    const isGroup = row !== notApportioned && row !== total;
    return empty ?? (isGroup ? more?.notSplit : null) ?? "not recorded";
  };
  const [first, second] = comparison.empty;
  const columns: Column<ComparedRow>[] = [
    { heading: GROUPING_NAMES[comparison.by], rowHeader: true, cell: ({ name }) => name },
    { heading: "First report", numeric: true, cell: (row) => text(row, row.firstPence, first) },
    { heading: "Second report", numeric: true, cell: (row) => text(row, row.secondPence, second) },
    { heading: "Difference", numeric: true, cell: (row) => text(row, row.differencePence) },
  ];
  return (
    <Table
      caption={comparisonTitle(comparison, more?.column)}
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
