import { Sentences, TwoReportsResults, totalsBetween } from "#app/reports/index.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { isExplained } from "./status-changes.rules.ts";
import type { ShownAwardChange, StatusChanges } from "./status-changes.ts";
import {
  differenceWords,
  STATUS_CHANGES_NOTES,
  STATUS_TOTALS,
  statusCountWords,
  statusProofWords,
} from "./status-changes-words.rules.ts";

/** Two reports of award status: their totals, and each award that makes the difference, with why. */
export function StatusChangesResults(props: { compared: StatusChanges; fileHref: string }) {
  const { compared, fileHref } = props;
  const { sides, changes, count } = compared;
  return (
    <TwoReportsResults
      sides={sides}
      totals={totalsBetween(STATUS_TOTALS, compared)}
      totalsCaption="Award status, of all awards"
      of="awards"
      proof={statusProofWords(compared)}
      isExplained={isExplained(compared)}
      count={statusCountWords(count, changes.length)}
      fileHref={fileHref}
    >
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
    </TwoReportsResults>
  );
}

function AwardCell({ change: { id, reference, title } }: { change: ShownAwardChange }) {
  return (
    <a className="govuk-link" href={`/awards/${id}`}>
      {reference}: {title}
    </a>
  );
}
