import { STREAM_NAMES } from "#app/awards/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import type { ClaimLine } from "./claim.ts";

/** What a claim is for, and its sum. */
export function ClaimLinesTable({ lines }: { lines: readonly ClaimLine[] }) {
  const total = sumPence(lines.map(({ amountPence }) => amountPence));
  return (
    <Table
      caption="What is claimed"
      rows={lines.map((line, position) => ({ ...line, position }))}
      rowKey={({ position }) => position}
      columns={[
        {
          heading: "Financial year",
          rowHeader: true,
          cell: ({ financialYear }) => formatFinancialYear(financialYear),
        },
        { heading: "Stream", cell: ({ stream }) => (stream ? STREAM_NAMES[stream] : "Not said") },
        { heading: "Project", cell: ({ project }) => project?.name ?? "No project" },
        { heading: "Amount", numeric: true, cell: ({ amountPence }) => <Money pence={amountPence} /> },
      ]}
      footer={[{ cells: ["Total", "", "", <Money key="total" pence={total} />], total: true }]}
    />
  );
}
