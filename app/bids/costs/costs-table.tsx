import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import type { YearCost } from "../content/content.ts";
import { costSums, costsAgainstRequest } from "./costs.rules.ts";

/** The costs of a bid by year and stream, and what they say beside the amount requested. */
export function CostsTable(props: { costs: readonly YearCost[]; requestedPence: number | null }) {
  const sums = costSums(props.costs);
  const cell = (pence: number | null) => (pence === null ? "–" : formatPounds(pence));
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
          { heading: "Revenue", numeric: true, cell: (row) => cell(row.revenuePence) },
          { heading: "Capital", numeric: true, cell: (row) => cell(row.capitalPence) },
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
