import { SourceOfFigure, type StatedFigures } from "#app/attachments/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import type { YearCost } from "../content/content.ts";
import { costFigure } from "../figure-sources/figures-of-bid.ts";
import { costSums, costsAgainstRequest } from "./costs.rules.ts";

type CostsTableProps = {
  costs: readonly YearCost[];
  /** Pence; null where it is not yet known. */
  requestedPence: number | null;
  /** Which attachments state its figures. */
  stated?: StatedFigures;
};

/** The costs of a bid by year and stream, and what they say beside the amount requested. */
export function CostsTable(props: CostsTableProps) {
  const sums = costSums(props.costs);
  const cell = (pence: number | null, year: number, stream: "revenue" | "capital") =>
    pence === null ? (
      "–"
    ) : (
      <>
        {formatPounds(pence)}
        <SourceOfFigure stated={props.stated} of={costFigure(year, stream)} />
      </>
    );
  return (
    <>
      <Table
        caption="Costs by year and stream"
        captionHidden
        rows={props.costs}
        rowKey={(row) => row.financialYear}
        columns={[
          {
            heading: "Financial year",
            rowHeader: true,
            cell: (row) => formatFinancialYear(row.financialYear),
          },
          {
            heading: "Revenue",
            numeric: true,
            cell: (row) => cell(row.revenuePence, row.financialYear, "revenue"),
          },
          {
            heading: "Capital",
            numeric: true,
            cell: (row) => cell(row.capitalPence, row.financialYear, "capital"),
          },
          {
            heading: "Total",
            numeric: true,
            cell: (row) => formatPounds((row.revenuePence ?? 0) + (row.capitalPence ?? 0)),
          },
        ]}
        footer={[
          {
            cells: [
              "All years",
              formatPounds(sums.revenuePence),
              formatPounds(sums.capitalPence),
              formatPounds(sums.totalPence),
            ],
            total: true,
          },
        ]}
      />
      <p className="govuk-body">{costsAgainstRequest(sums.totalPence, props.requestedPence)}</p>
    </>
  );
}
