import type { ReactNode } from "react";
import { Table } from "#app/ui/govuk/table.tsx";

type NamedBid = { id: number; reference: string; title: string };

/** The bids that wait for the reader's signature. */
export function AwaitingSignature({ bids }: { bids: readonly (NamedBid & { step: string })[] }) {
  return (
    <BidsTable caption="Awaiting your sign-off" bids={bids} heading="You sign as" cell={(bid) => bid.step} />
  );
}

/** The reader's drafts that were sent back, with what needs to change. */
export function SentBackTable({ bids }: { bids: readonly (NamedBid & { reason: string })[] }) {
  return (
    <BidsTable
      caption="Sent back to you"
      bids={bids}
      heading="What needs to change"
      cell={({ reason }) => <span className="app-lines">{reason}</span>}
    />
  );
}

function BidsTable<Bid extends NamedBid>(props: {
  caption: string;
  bids: readonly Bid[];
  heading: string;
  cell: (bid: Bid) => ReactNode;
}) {
  const { caption, bids, heading, cell } = props;
  return (
    <Table
      caption={caption}
      rows={bids}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: "Bid",
          rowHeader: true,
          cell: ({ id, reference, title }) => (
            <a className="govuk-link" href={`/bids/${id}`}>
              {reference} {title}
            </a>
          ),
        },
        { heading, cell },
      ]}
    />
  );
}
