import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Tag } from "#app/ui/govuk/tag.tsx";
import { type FundingSecuredAddress, fundingSecuredHref } from "./funding-secured.schema.ts";
import type { FundingSecuredReport } from "./funding-secured.ts";
import { type ReportRow, rowText, tableOf } from "./funding-secured-table.rules.ts";
import { decimalsOfReport, titleOf } from "./funding-secured-words.rules.ts";

/** `address` null: what is printed for ever has no links. */
type TableProps = { report: FundingSecuredReport; address: FundingSecuredAddress | null };

/** The rows of the report, what is not yet apportioned, and the total; each opens to its lines, where links may be. */
export function FundingSecuredTable({ report, address }: TableProps) {
  const table = tableOf(report);
  const decimals = decimalsOfReport(report);
  const nameCell = (row: ReportRow) => (
    <>
      {address === null ? (
        row.name
      ) : (
        <a className="govuk-link" href={fundingSecuredHref(address, "/lines", { row: row.row })}>
          {row.name}
        </a>
      )}
      {row.figures.securedPence < 0 && (
        <>
          {" "}
          <Tag colour="red">Below zero</Tag>
        </>
      )}
    </>
  );
  const columns: Column<ReportRow>[] = [
    { heading: table.nameHeading, rowHeader: true, cell: nameCell },
    ...table.columns.map((column) => ({
      heading: column.heading,
      numeric: true,
      cell: (row: ReportRow) => rowText(column, row, decimals),
    })),
  ];
  const footer = [table.notApportioned, table.total].map((row) => ({
    cells: columns.map((column) => column.cell(row)),
    total: row === table.total,
  }));
  return (
    <Table
      caption={titleOf(report.figures)}
      columns={columns}
      rows={table.rows}
      rowKey={(row) => row.row}
      footer={footer}
    />
  );
}
