import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { decimalsFor } from "../amount.tsx";
import type { OnwardPayment } from "./onward-grant.ts";

const KINDS: Record<OnwardPayment["kind"], string> = { paid: "Paid", returned: "Returned" };

/** What was paid of a grant and came back. An entry that was wrong stays, with what takes it back. */
export function OnwardPaymentsTable({ payments }: { payments: readonly OnwardPayment[] }) {
  const decimals = decimalsFor(payments.map(({ amountPence }) => amountPence));
  return (
    <Table
      caption="Paid and returned"
      rows={payments}
      rowKey={({ id }) => id}
      empty="Nothing has been paid of this grant."
      columns={[
        { heading: "Date", rowHeader: true, cell: ({ happenedOn }) => <DateText date={happenedOn} /> },
        {
          heading: "What",
          cell: ({ kind, reason, reversesId }) => {
            if (reason === null) return KINDS[kind];
            return reversesId === null
              ? `${KINDS[kind]} without an agreement on record, under: ${reason}`
              : `${KINDS[kind]}, taken back: ${reason}`;
          },
        },
        { heading: "Reference", cell: ({ reference }) => reference ?? "" },
        { heading: "Recorded by", cell: ({ recordedBy }) => recordedBy ?? "The operator of the register" },
        {
          heading: "Amount",
          numeric: true,
          cell: ({ amountPence }) => <Money pence={amountPence} decimals={decimals} />,
        },
      ]}
    />
  );
}
