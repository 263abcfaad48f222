type Linked = { id: number; reference: string; title: string };

/** The earlier bid and the later ones, each way, and the way to make it again. */
export function ResubmissionLinks(props: {
  bidId: number;
  earlier: Linked | null;
  later: readonly Linked[];
  mayResubmit: boolean;
}) {
  const { bidId, earlier, later, mayResubmit } = props;
  return (
    <>
      {earlier && (
        <p className="govuk-body">
          Submitted again after: <BidLink bid={earlier} />
        </p>
      )}
      {later.map((bid) => (
        <p className="govuk-body" key={bid.id}>
          Submitted again as: <BidLink bid={bid} />
        </p>
      ))}
      {mayResubmit && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/bids/${bidId}/resubmit`}>
            Submit it again to a later round
          </a>
        </p>
      )}
    </>
  );
}

function BidLink({ bid }: { bid: Linked }) {
  return (
    <a className="govuk-link" href={`/bids/${bid.id}`}>
      {bid.reference} {bid.title}
    </a>
  );
}
