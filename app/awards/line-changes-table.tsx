import type { ReactNode } from "react";
import { formatPounds } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { decimalsFor } from "./amount.tsx";
import { dimensionWords, type LineChange, sumChanges } from "./compare-lines.rules.ts";

type LineChangesTableProps = {
  caption: ReactNode;
  changes: readonly LineChange[];
  empty: string;
  /** What the rows are: "Money for" unless told otherwise. */
  heading?: string;
};

/** Before, change and after, by combination of dimensions, and their sums. */
export function LineChangesTable({ caption, changes, empty, heading = "Money for" }: LineChangesTableProps) {
  const decimals = decimalsFor(changes.flatMap(({ before, after }) => [before, after]));
  const money = (pence: number | null) => <Money pence={pence} decimals={decimals} />;
  const moved = (pence: number | null) => {
    if (pence === null) return <NotRecorded />;
    return pence > 0 ? <span className="app-figure">+{formatPounds(pence, decimals)}</span> : money(pence);
  };
  const columns: Column<LineChange>[] = [
    { heading, rowHeader: true, cell: rowWords },
    { heading: "Before", numeric: true, cell: ({ before }) => money(before) },
    { heading: "Change", numeric: true, cell: ({ change }) => moved(change) },
    { heading: "After", numeric: true, cell: ({ after }) => money(after) },
  ];
  const sums = sumChanges(changes);
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={changes}
      rowKey={(change) => change.key}
      empty={empty}
      footer={
        changes.length > 1
          ? [{ total: true, cells: ["Total", money(sums.before), moved(sums.change), money(sums.after)] }]
          : undefined
      }
    />
  );
}

/** The same at the start of a row: "Revenue". */
function rowWords(change: LineChange): string {
  const words = dimensionWords(change);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
