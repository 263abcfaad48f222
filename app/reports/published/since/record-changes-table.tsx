import { actionWords } from "#app/audit/index.ts";
import { formatInstant } from "#app/core/calendar-date.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import type { RecordChange } from "./record-change.ts";

/** What was done to records beside the ledger, with who, when and why. */
export function RecordChangesTable({ changes }: { changes: readonly RecordChange[] }) {
  return (
    <Table
      caption="Changes of records beside the ledger, in the order in which they were recorded"
      captionHidden
      rows={changes}
      rowKey={({ seq }) => seq}
      columns={[
        {
          heading: "Record",
          rowHeader: true,
          cell: ({ title, href }) => (
            <a className="govuk-link" href={href}>
              {title}
            </a>
          ),
        },
        { heading: "What was done", cell: (change) => <WhatCell change={change} /> },
        { heading: "By", cell: ({ by }) => by ?? "The operator of the register" },
        { heading: "Recorded", cell: ({ at }) => formatInstant(at) },
      ]}
    />
  );
}

function WhatCell({ change: { action, details } }: { change: RecordChange }) {
  return (
    <>
      {actionWords(action)}
      {details.map((detail) => (
        <p className="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0" key={detail}>
          {detail}
        </p>
      ))}
    </>
  );
}
