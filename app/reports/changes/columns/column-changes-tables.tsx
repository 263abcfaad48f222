import { formatPounds } from "#app/core/money.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { signedPounds } from "../changes-words.rules.ts";
import { Sentences } from "../two-reports-results.tsx";
import {
  columnCountWords,
  columnDecimals,
  columnProofWords,
  columnTitle,
  recordName,
} from "./column-changes.rules.ts";
import type { ColumnChange, ColumnChanges } from "./column-changes.ts";

/** What makes the difference of each column that stands side by side: record by record, with its proof line and why. */
export function ColumnChangesTables({ columns }: { columns: readonly ColumnChanges[] }) {
  return columns.map((column) => <OneColumn key={column.column} of={column} />);
}

function OneColumn({ of }: { of: ColumnChanges }) {
  const { changes, count, changedPence, unexplainedPence } = of;
  const decimals = columnDecimals(changes);
  const text = (pence: number | null) =>
    pence === null ? "nothing recorded" : formatPounds(pence, decimals);
  const total = ["Total", "", "", signedPounds(changedPence, decimals), ""];
  return (
    <>
      <h2 className="govuk-heading-m">{columnTitle(of)}</h2>
      <InsetText>{columnProofWords(of)}</InsetText>
      {unexplainedPence !== 0 && (
        <WarningText>
          The changes do not explain the difference: ask your administrator to verify the register.
        </WarningText>
      )}
      <p className="govuk-body">{columnCountWords(of)}</p>
      {count > 0 && (
        <Table
          caption={columnTitle(of)}
          captionHidden
          rows={changes}
          rowKey={(change) => `${change.record?.id ?? recordName(change)} ${change.pence}`}
          columns={[
            { heading: "Award or bid", rowHeader: true, cell: (change) => <RecordCell change={change} /> },
            { heading: "First report", numeric: true, cell: ({ firstPence }) => text(firstPence) },
            { heading: "Second report", numeric: true, cell: ({ secondPence }) => text(secondPence) },
            { heading: "Change", numeric: true, cell: ({ pence }) => signedPounds(pence, decimals) },
            { heading: "Why", cell: ({ why }) => <Sentences of={why} /> },
          ]}
          footer={count === changes.length ? [{ cells: total, total: true }] : undefined}
        />
      )}
    </>
  );
}

function RecordCell({ change }: { change: ColumnChange }) {
  const { record } = change;
  if (record === null) return recordName(change);
  return (
    <a className="govuk-link" href={`/${record.kind === "bid" ? "bids" : "awards"}/${record.id}`}>
      {recordName(change)}
    </a>
  );
}
