import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { decimalsFor } from "../amount.tsx";
import type { OnwardPayment } from "./onward-grant.ts";

const KINDS: Record<OnwardPayment["kind"], string> = { paid: "Paid", returned: "Returned" };

/** "Paid without an agreement on record, under: …; recorded after the return was sent: …". */
function whatWords({ kind, reason, reversesId, reportedBecause }: OnwardPayment): string {
  const why = reversesId === null ? " without an agreement on record, under" : ", taken back";
  const what = reason === null ? KINDS[kind] : `${KINDS[kind]}${why}: ${reason}`;
  return reportedBecause === null ? what : `${what}; recorded after the return was sent: ${reportedBecause}`;
}

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
          cell: whatWords,
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
