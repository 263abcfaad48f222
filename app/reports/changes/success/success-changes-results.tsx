import { formatPounds } from "#app/core/money.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { signedPounds } from "../changes-words.rules.ts";
import { type BidSide, isExplained, type SuccessCount } from "./success-changes.rules.ts";
import type { ShownChange, SuccessChanges } from "./success-changes.ts";
import { proofWords, sideWords } from "./success-changes-words.rules.ts";

const ROWS: readonly { key: keyof SuccessCount; name: string; isMoney?: true }[] = [
  { key: "made", name: "Bids made" },
  { key: "decided", name: "Decided" },
  { key: "won", name: "Won" },
  { key: "lost", name: "Lost" },
  { key: "requestedPence", name: "Requested by decided bids", isMoney: true },
  { key: "awardedPence", name: "Awarded to won bids", isMoney: true },
];

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
        rows={ROWS}
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

type Row = (typeof ROWS)[number];

function amount({ key, isMoney }: Row, count: SuccessCount): string {
  return isMoney ? formatPounds(count[key]) : count[key].toLocaleString("en-GB");
}

function signed({ key, isMoney }: Row, count: SuccessCount): string {
  if (isMoney) return signedPounds(count[key]);
  return count[key] > 0 ? `+${count[key].toLocaleString("en-GB")}` : count[key].toLocaleString("en-GB");
}

function countWords(count: number, shown: number): string {
  const bids = `${count.toLocaleString("en-GB")} ${count === 1 ? "bid" : "bids"}`;
  const part =
    shown < count
      ? ` This page shows the first ${shown.toLocaleString("en-GB")}; the totals are of all.`
      : "";
  return `${bids} ${count === 1 ? "does" : "do"} not stand in both alike. What is requested counts once a bid is decided, what is awarded once it is won.${part}`;
}

/** "Won, £10,000 requested, £8,000 awarded". */
function standsWords(side: BidSide): string {
  if (side === null) return "Not in it";
  const { standing, requestedPence, awardedPence } = side;
  return [
    `${standing.charAt(0).toUpperCase()}${standing.slice(1)}`,
    requestedPence === null ? "amount requested not recorded" : `${formatPounds(requestedPence)} requested`,
    ...(awardedPence === null ? [] : [`${formatPounds(awardedPence)} awarded`]),
  ].join(", ");
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
