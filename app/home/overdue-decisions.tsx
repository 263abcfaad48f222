import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";

type OverdueProps = {
  bids: {
    id: number;
    reference: string;
    title: string;
    expectedDecision: string | null;
    /** The date is its round's: it has none of its own. */
    isOfRound: boolean;
  }[];
  count: number;
};

/** Bids whose decision should have come, the oldest first. */
export function OverdueDecisions({ bids, count }: OverdueProps) {
  const caption =
    count > bids.length ? `Decisions overdue: the ${bids.length} oldest of ${count}` : "Decisions overdue";
  return (
    <Table
      caption={caption}
      rows={bids}
      rowKey={(bid) => bid.id}
      columns={[
        {
          heading: "Bid",
          rowHeader: true,
          cell: (bid) => (
            <a className="govuk-link" href={`/bids/${bid.id}`}>
              {bid.reference} {bid.title}
            </a>
          ),
        },
        {
          heading: "Decision expected",
          cell: (bid) => (
            <>
              <DateText date={bid.expectedDecision} />
              {bid.isOfRound ? " (the round’s date)" : null}
            </>
          ),
        },
      ]}
    />
  );
}
