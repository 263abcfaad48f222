import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { isExplained } from "./status-changes.rules.ts";
import type { ShownAwardChange, StatusChanges } from "./status-changes.ts";
import {
  differenceWords,
  STATUS_CHANGES_NOTES,
  STATUS_TOTALS,
  signedText,
  statusCountWords,
  statusProofWords,
  statusSideWords,
  totalText,
} from "./status-changes-words.rules.ts";

/** Two reports of award status: their totals, and each award that makes the difference, with why. */
export function StatusChangesResults(props: { compared: StatusChanges; fileHref: string }) {
  const { compared, fileHref } = props;
  const { from, to, added, sides, changes, count } = compared;
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        <li>First report: {statusSideWords(sides.from)}</li>
        <li>Second report: {statusSideWords(sides.to)}</li>
      </ul>
      <Table
        caption="Award status, of all awards"
        rows={STATUS_TOTALS}
        rowKey={({ key }) => key}
        columns={[
          { heading: "Total", rowHeader: true, cell: ({ name }) => name },
          { heading: "First report", numeric: true, cell: (row) => totalText(row, from) },
          { heading: "Changes of awards", numeric: true, cell: (row) => signedText(row, added) },
          { heading: "Second report", numeric: true, cell: (row) => totalText(row, to) },
        ]}
      />
      <InsetText>{statusProofWords(compared)}</InsetText>
      {!isExplained(compared) && (
        <WarningText>
          The changes do not explain the difference: ask your administrator to verify the register.
        </WarningText>
      )}
      <h2 className="govuk-heading-m">What changed</h2>
      <p className="govuk-body">{statusCountWords(count, changes.length)}</p>
      {changes.length > 0 && (
        <Table
          caption="Awards that do not stand in both reports alike"
          captionHidden
          rows={changes}
          rowKey={({ id }) => id}
          columns={[
            { heading: "Award", rowHeader: true, cell: (change) => <AwardCell change={change} /> },
            { heading: "What differs", cell: (change) => <Sentences of={differenceWords(change)} /> },
            { heading: "Why", cell: ({ why }) => <Sentences of={why} /> },
          ]}
        />
      )}
      {STATUS_CHANGES_NOTES.map((note) => (
        <p className="govuk-body" key={note}>
          {note}
        </p>
      ))}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={fileHref}>
          Export these awards
        </a>
      </p>
    </>
  );
}

function AwardCell({ change: { id, reference, title } }: { change: ShownAwardChange }) {
  return (
    <a className="govuk-link" href={`/awards/${id}`}>
      {reference}: {title}
    </a>
  );
}

function Sentences({ of }: { of: readonly string[] }) {
  if (of.length === 0) return "Not recorded";
  return of.map((words) => (
    <p className="govuk-body-s govuk-!-margin-bottom-1" key={words}>
      {words}
    </p>
  ));
}
