import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { type FundingSecuredAddress, fundingSecuredHref } from "../funding-secured.schema.ts";
import { GROUPING_NAMES } from "../funding-secured.ts";
import { notesOf } from "../funding-secured-words.rules.ts";
import type { CrossedReport, CrossedRow } from "./crossed.ts";
import {
  crossedCellText,
  crossedProofWords,
  crossedTitle,
  decimalsOfCells,
  isProven,
} from "./crossed-words.rules.ts";

/** `address` null: what is printed for ever has no links. */
type CrossedProps = { crossed: CrossedReport; address: FundingSecuredAddress | null };

/** The report with two groupings: every cell, row and column opens to its lines. */
export function CrossedTable({ crossed, address }: CrossedProps) {
  const decimals = decimalsOfCells(crossed);
  const amount = (row: CrossedRow, index: number, column: string) => {
    const cell = index < 0 ? row.sum : (row.cells[index] ?? null);
    const text = crossedCellText(cell, decimals);
    // Nothing to open: no line stands behind nothing.
    if (cell === 0 || address === null) return text;
    return (
      <a className="govuk-link" href={fundingSecuredHref(address, "/lines", { row: row.row, column })}>
        {text}
      </a>
    );
  };
  const columns: Column<CrossedRow>[] = [
    {
      heading: GROUPING_NAMES[crossed.by],
      rowHeader: true,
      cell: (row) => row.name,
    },
    ...crossed.columns.map(({ column, name }, index) => ({
      heading: name,
      numeric: true,
      cell: (row: CrossedRow) => amount(row, index, column),
    })),
    { heading: "Total", numeric: true, cell: (row) => amount(row, -1, "total") },
  ];
  const [notApportioned, ...others] = [...crossed.rows].reverse();
  const footer = [notApportioned, crossed.total].flatMap((row) =>
    row ? [{ cells: columns.map((column) => column.cell(row)), total: row === crossed.total }] : [],
  );
  return (
    <Table
      caption={crossedTitle(crossed)}
      columns={columns}
      rows={others.reverse()}
      rowKey={(row) => row.row}
      footer={footer}
    />
  );
}

/** What has to be known to read the cells, and the proof that both directions come to one number. */
export function CrossedNotes({ crossed }: { crossed: CrossedReport }) {
  return (
    <>
      <InsetText>{crossedProofWords(crossed.proof)}</InsetText>
      {!isProven(crossed.proof) && (
        <WarningText>The sides differ: ask your administrator to verify the register.</WarningText>
      )}
      <ul className="govuk-list govuk-list--bullet">
        {notesOf(crossed.report, "Secured is gross less what was passed on.", crossed.and).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
