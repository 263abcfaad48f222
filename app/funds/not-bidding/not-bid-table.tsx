import { formatDate } from "#app/core/calendar-date.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { NotBid } from "./not-bidding.ts";

type NotBidTableProps = {
  decisions: readonly NotBid[];
  caption: string;
  /** Left out on the page of a round. */
  withRound?: boolean;
  /** The partnerships whose decisions the reader may take back. */
  takesBackOf: readonly number[];
};

/** Decisions not to bid, with their reasons and what became of them. */
export function NotBidTable({ decisions, caption, withRound = false, takesBackOf }: NotBidTableProps) {
  const mayTakeBack = ({ partnership, takenBack }: NotBid) =>
    takenBack === null && takesBackOf.includes(partnership.id);
  const columns: Column<NotBid>[] = [
    { heading: "Partnership", rowHeader: !withRound, cell: (decision) => decision.partnership.name },
    { heading: "Decided", cell: (decision) => <DateText date={decision.decidedOn} /> },
    { heading: "Why", cell: (decision) => decision.reason },
    { heading: "A bid was made after all", cell: (decision) => <BidsMade bids={decision.bids} /> },
    {
      heading: "Taken back",
      cell: (decision) => <TakenBack decision={decision} mayTakeBack={mayTakeBack(decision)} />,
    },
  ];
  if (withRound) {
    columns.unshift({
      heading: "Round",
      rowHeader: true,
      cell: (decision) => (
        <a className="govuk-link" href={`/rounds/${decision.round.id}`}>
          {decision.fund}: {decision.round.name}
        </a>
      ),
    });
  }
  return (
    <Table
      caption={caption}
      rows={decisions}
      rowKey={(decision) => decision.id}
      empty="No decision not to bid has been recorded."
      columns={columns}
    />
  );
}

/** The bids that were made in spite of a decision. */
function BidsMade({ bids }: Pick<NotBid, "bids">) {
  if (bids.length === 0) return "No";
  return bids.map(({ id, reference }) => (
    <div key={id}>
      <a className="govuk-link" href={`/bids/${id}`}>
        {reference}
      </a>
    </div>
  ));
}

/** When and why a decision was taken back, or the way to it. */
function TakenBack({ decision, mayTakeBack }: { decision: NotBid; mayTakeBack: boolean }) {
  const { id, takenBack, partnership, round } = decision;
  if (takenBack !== null) return `${formatDate(takenBack.on)}: ${takenBack.because}`;
  return (
    <>
      No
      {mayTakeBack && (
        <div className="app-no-print">
          <a className="govuk-link" href={`/rounds/not-bid/${id}/take-back`}>
            Take it back
            <VisuallyHidden>{` (${partnership.name}, ${round.name})`}</VisuallyHidden>
          </a>
        </div>
      )}
    </>
  );
}
