import { Table } from "#app/ui/govuk/table.tsx";
import { signedPounds } from "../changes-words.rules.ts";
import { totalsBetween } from "../two-reports.rules.ts";
import { Sentences, TwoReportsResults } from "../two-reports-results.tsx";
import { isExplained } from "./success-changes.rules.ts";
import type { ShownChange, SuccessChanges } from "./success-changes.ts";
import { countWords, proofWords, SUCCESS_TOTALS, standsWords } from "./success-changes-words.rules.ts";

/** Two reports of success: their totals, and each bid that makes the difference, with why. */
export function SuccessChangesResults(props: { compared: SuccessChanges; fileHref: string }) {
  const { compared, fileHref } = props;
  const { sides, changes, count } = compared;
  return (
    <TwoReportsResults
      sides={sides}
      totals={totalsBetween(SUCCESS_TOTALS, compared)}
      totalsCaption="Competitive bids, each once"
      of="bids"
      proof={proofWords(compared)}
      isExplained={isExplained(compared)}
      count={countWords(count, changes.length)}
      fileHref={fileHref}
    >
      <Table
        caption="Bids that do not stand in both reports alike"
        captionHidden
        rows={changes}
        rowKey={({ id }) => id}
        empty="Nothing changed between the two."
        columns={[
          { heading: "Bid", rowHeader: true, cell: (change) => <BidCell change={change} /> },
          { heading: "First report", cell: ({ before }) => standsWords(before) },
          { heading: "Second report", cell: ({ after }) => standsWords(after) },
          { heading: "Requested", numeric: true, cell: ({ adds }) => signedPounds(adds.requestedPence) },
          { heading: "Awarded", numeric: true, cell: ({ adds }) => signedPounds(adds.awardedPence) },
          { heading: "Why", cell: ({ why }) => <Sentences of={why} /> },
        ]}
      />
    </TwoReportsResults>
  );
}

function BidCell({ change: { id, reference, title } }: { change: ShownChange }) {
  if (reference === null) return title;
  return (
    <a className="govuk-link" href={`/bids/${id}`}>
      {reference}: {title}
    </a>
  );
}
