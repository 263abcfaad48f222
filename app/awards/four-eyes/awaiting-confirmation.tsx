import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { VERSION_KINDS } from "../award.ts";
import type { AwaitingConfirmation as Waiting } from "./four-eyes.queries.server.ts";

/** The versions that wait for the reader to confirm them, each by the page on which that is done. */
export function AwaitingConfirmation({ versions }: { versions: readonly Waiting[] }) {
  return (
    <Table
      caption="Awaiting your confirmation"
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: "Award",
          rowHeader: true,
          cell: ({ id, reference, title }) => (
            <a className="govuk-link" href={`/awards/${id}/seal`}>
              {reference} {title}
            </a>
          ),
        },
        { heading: "Next version", cell: ({ kind }) => VERSION_KINDS[kind].name },
        { heading: "Asked by", cell: ({ askedBy }) => askedBy ?? "The operator of the register" },
        { heading: "Amount", numeric: true, cell: ({ amountPence }) => <Money pence={amountPence} /> },
      ]}
    />
  );
}
