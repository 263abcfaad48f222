import { sumPence } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { Tag } from "#app/ui/govuk/tag.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { isPrepared } from "./claim.status.ts";
import { type Claim, receivedOrUnknown } from "./claim.ts";
import { claimStatusWords } from "./claim-words.ts";

type ClaimsTableProps = { awardId: number; claims: readonly Claim[] };

/** The claims on an award; what is withdrawn, or not sent yet, stands in the list and not in the sum of what is claimed. */
export function ClaimsTable({ awardId, claims }: ClaimsTableProps) {
  const live = claims.filter(({ status }) => status !== "withdrawn");
  const sent = live.filter((claim) => !isPrepared(claim));
  const sum = (some: readonly Claim[], of: (claim: Claim) => number | null) => {
    const known = some.flatMap((claim) => of(claim) ?? []);
    // Where no claim was sent nothing is claimed: £0, and not "not recorded".
    return known.length === 0 && some.length > 0 ? null : sumPence(known);
  };
  return (
    <Table
      caption="Claims"
      rows={claims}
      rowKey={(claim) => claim.id}
      empty="There is no claim on this award."
      columns={[
        {
          heading: "Claim",
          rowHeader: true,
          cell: ({ id, number }) => (
            <a className="govuk-link" href={`/awards/${awardId}/claims/${id}`}>
              Claim {number}
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
        {
          heading: "Status",
          cell: (claim) => {
            const { text, colour } = claimStatusWords(claim);
            return <Tag colour={colour}>{text}</Tag>;
          },
        },
        { heading: "Claimed", numeric: true, cell: ({ claimedPence }) => <Money pence={claimedPence} /> },
        { heading: "Received", numeric: true, cell: (claim) => <Money pence={receivedOrUnknown(claim)} /> },
      ]}
      footer={
        live.length > 0
          ? [
              {
                cells: [
                  totalWords(sent.length < live.length, live.length < claims.length),
                  "",
                  "",
                  <Money key="claimed" pence={sum(sent, ({ claimedPence }) => claimedPence)} />,
                  <Money key="received" pence={sum(sent, receivedOrUnknown)} />,
                ],
                total: true,
              },
            ]
          : []
      }
    />
  );
}

/** What the total leaves out. */
function totalWords(holdsUnsent: boolean, holdsWithdrawn: boolean): string {
  if (holdsUnsent && holdsWithdrawn) return "Total without what is not sent, or was withdrawn or discarded";
  if (holdsUnsent) return "Total without what is not sent";
  return holdsWithdrawn ? "Total without what was withdrawn or discarded" : "Total";
}
