import { SourceOfFigure, type StatedFigures } from "#app/attachments/index.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { Receipt } from "./claim.ts";
import { receivedThatDay } from "./figure-sources/figures-of-claim.ts";

type ReceiptsTableProps = {
  receipts: readonly Receipt[];
  /** Which attachments state what came. */
  stated: StatedFigures;
};

/** What came for a claim. A receipt that was wrong stays, with what takes it back. */
export function ReceiptsTable({ receipts, stated }: ReceiptsTableProps) {
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
          cell: ({ reference, receivedOn, reversesId, reason }) =>
            reversesId === null ? (
              <>
                {reference ?? "Not recorded"}
                <SourceOfFigure stated={stated} of={receivedThatDay({ receivedOn })} />
              </>
            ) : (
              `Taken back: ${reason ?? ""}`
            ),
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
          : undefined
      }
    />
  );
}
