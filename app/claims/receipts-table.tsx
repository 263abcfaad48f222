import { formatPounds, sumPence } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { Receipt } from "./claim.ts";

/** What came for a claim. A receipt that was wrong stays, with what takes it back. */
export function ReceiptsTable({ receipts }: { receipts: readonly Receipt[] }) {
  return (
    <Table
      caption="Receipts"
      rows={receipts}
      rowKey={({ id }) => id}
      empty="Nothing has come for this claim."
      columns={[
        { heading: "Received", rowHeader: true, cell: ({ receivedOn }) => <DateText date={receivedOn} /> },
        {
          heading: "Reference",
          cell: ({ reference, reversesId, reason }) =>
            reversesId === null ? (reference ?? "Not recorded") : `Taken back: ${reason ?? ""}`,
        },
        { heading: "Recorded by", cell: ({ recordedBy }) => recordedBy ?? "Not recorded" },
        { heading: "Amount", numeric: true, cell: ({ amountPence }) => formatPounds(amountPence) },
      ]}
      footer={
        receipts.length > 0
          ? [
              {
                cells: [
                  "Total",
                  "",
                  "",
                  formatPounds(sumPence(receipts.map(({ amountPence }) => amountPence))),
                ],
                total: true,
              },
            ]
          : []
      }
    />
  );
}
