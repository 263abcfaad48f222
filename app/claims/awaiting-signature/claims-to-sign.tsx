import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import type { ClaimToSign } from "./awaiting-signature.queries.server.ts";

/** The claims that wait for the reader's signature, each by its own page, on which it is checked and signed. */
export function ClaimsToSign({ claims }: { claims: readonly ClaimToSign[] }) {
  return (
    <Table
      caption="Claims awaiting your signature"
      rows={claims}
      rowKey={({ claimId }) => claimId}
      columns={[
        {
          heading: "Claim",
          rowHeader: true,
          cell: ({ awardId, claimId, number, reference, title }) => (
            <a className="govuk-link" href={`/awards/${awardId}/claims/${claimId}`}>
              Claim {number} on {reference} {title}
            </a>
          ),
        },
        {
          heading: "Period",
          cell: ({ periodFrom, periodTo }) => (
            <>
              <DateText date={periodFrom} /> to <DateText date={periodTo} />
            </>
          ),
        },
        { heading: "Written by", cell: ({ writtenBy }) => writtenBy ?? "The operator of the register" },
        { heading: "Amount", numeric: true, cell: ({ claimedPence }) => <Money pence={claimedPence} /> },
      ]}
    />
  );
}
