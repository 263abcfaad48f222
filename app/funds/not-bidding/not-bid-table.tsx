import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { NotBid } from "./not-bidding.ts";

type NotBidTableProps = {
  decisions: readonly NotBid[];
  caption: string;
  /** Left out on the page of a round. */
  withRound?: boolean;
};

/** Decisions not to bid, with their reasons. */
export function NotBidTable({ decisions, caption, withRound = false }: NotBidTableProps) {
  const round = {
    heading: "Round",
    rowHeader: true,
    cell: (decision: NotBid) => (
      <a className="govuk-link" href={`/rounds/${decision.round.id}`}>
        {decision.fund}: {decision.round.name}
      </a>
    ),
  };
  return (
    <Table
      caption={caption}
      rows={decisions}
      rowKey={(decision) => decision.id}
      empty="No decision not to bid has been recorded."
      columns={[
        ...(withRound ? [round] : []),
        { heading: "Partnership", rowHeader: !withRound, cell: (decision) => decision.partnership.name },
        { heading: "Decided", cell: (decision) => <DateText date={decision.decidedOn} /> },
        { heading: "Why", cell: (decision) => decision.reason },
        { heading: "A bid was made after all", cell: (decision) => <BidsMade bids={decision.bids} /> },
      ]}
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
