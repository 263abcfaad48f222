import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { signedPounds } from "../changes-words.rules.ts";
import { isExplained } from "./success-changes.rules.ts";
import type { ShownChange, SuccessChanges } from "./success-changes.ts";
import {
  amount,
  countWords,
  proofWords,
  SUCCESS_TOTALS,
  sideWords,
  signed,
  standsWords,
} from "./success-changes-words.rules.ts";

/** Two reports of success: their totals, and each bid that makes the difference, with why. */
export function SuccessChangesResults(props: { compared: SuccessChanges; fileHref: string }) {
  const { compared, fileHref } = props;
  const { from, to, added, sides, changes, count } = compared;
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        <li>First report: {sideWords(sides.from)}</li>
        <li>Second report: {sideWords(sides.to)}</li>
      </ul>
      <Table
        caption="Competitive bids, each once"
        rows={SUCCESS_TOTALS}
        rowKey={({ key }) => key}
        columns={[
          { heading: "Total", rowHeader: true, cell: ({ name }) => name },
          { heading: "First report", numeric: true, cell: (row) => amount(row, from) },
          { heading: "Changes of bids", numeric: true, cell: (row) => signed(row, added) },
          { heading: "Second report", numeric: true, cell: (row) => amount(row, to) },
        ]}
      />
      <InsetText>{proofWords(compared)}</InsetText>
      {!isExplained(compared) && (
        <WarningText>
          The changes do not explain the difference: ask your administrator to verify the register.
        </WarningText>
      )}
      <h2 className="govuk-heading-m">What changed</h2>
      <p className="govuk-body">{countWords(count, changes.length)}</p>
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
          { heading: "Why", cell: ({ why }) => <WhyCell why={why} /> },
        ]}
      />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={fileHref}>
          Export these bids
        </a>
      </p>
    </>
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

function WhyCell({ why }: Pick<ShownChange, "why">) {
  if (why.length === 0) return "Not recorded";
  return why.map((words) => (
    <p className="govuk-body-s govuk-!-margin-bottom-1" key={words}>
      {words}
    </p>
  ));
}
