import type { ReactNode } from "react";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { decimalsFor } from "./amount.tsx";
import { STREAM_NAMES } from "./award.ts";
import { type LineChange, sumChanges } from "./compare-lines.rules.ts";
import { awardWords } from "./draft-warnings.rules.ts";

type LineChangesTableProps = { caption: ReactNode; changes: readonly LineChange[]; empty: string };

/** Before, change and after, by combination of dimensions, and their sums. */
export function LineChangesTable({ caption, changes, empty }: LineChangesTableProps) {
  const decimals = decimalsFor(changes.flatMap(({ before, after }) => [before, after]));
  const money = (pence: number | null) => <Money pence={pence} decimals={decimals} />;
  const moved = (pence: number | null) => {
    if (pence === null) return <NotRecorded />;
    return pence > 0 ? <span className="app-figure">+{formatPounds(pence, decimals)}</span> : money(pence);
  };
  const columns: Column<LineChange>[] = [
    { heading: "Money for", rowHeader: true, cell: dimensionWords },
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

/** "Harborough, 2024 to 2025, Lighting, revenue"; what is not known is left out, and nothing known says so. */
function dimensionWords(change: LineChange): string {
  const { partnership, financialYear, project, priority, theme, stream, inside, insideAward } = change;
  const known = [
    partnership?.name,
    financialYear !== null && formatFinancialYear(financialYear),
    project?.name,
    priority?.name,
    theme && theme.name !== priority?.name && `theme ${theme.name}`,
    stream && STREAM_NAMES[stream].toLowerCase(),
    inside && `out of ${awardWords(insideAward)}`,
  ].filter(Boolean);
  return known.length > 0 ? known.join(", ") : "Not yet apportioned";
}
