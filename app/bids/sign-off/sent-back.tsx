import { Table } from "#app/ui/govuk/table.tsx";

type SentBackTableProps = {
  bids: readonly { id: number; reference: string; title: string; reason: string }[];
};

/** The reader's drafts that were sent back, with what needs to change. */
export function SentBackTable({ bids }: SentBackTableProps) {
  return (
    <Table
      caption="Sent back to you"
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
        {
          heading: "What needs to change",
          cell: ({ reason }) => <span className="app-lines">{reason}</span>,
        },
      ]}
    />
  );
}
