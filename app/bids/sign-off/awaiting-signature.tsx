import { Table } from "#app/ui/govuk/table.tsx";

type AwaitingSignatureProps = {
  bids: readonly { id: number; reference: string; title: string; step: string }[];
};

/** The bids that wait for the reader's signature, each by the page on which it is signed. */
export function AwaitingSignature({ bids }: AwaitingSignatureProps) {
  return (
    <Table
      caption="Awaiting your sign-off"
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
        { heading: "You sign as", cell: ({ step }) => step },
      ]}
    />
  );
}
