import { formatPounds } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { BidListItem } from "./bid.ts";
import { BidStatusTag } from "./bid-status-tag.tsx";

type BidsTableProps = {
  page: {
    items: readonly BidListItem[];
    count: number;
    more: boolean;
    requestedPence: number;
    notRecorded: number;
    approximate: number;
  };
};

/** A page of bids, under the count and the sum of all that the filters let through. */
export function BidsTable({ page }: BidsTableProps) {
  const anyPence = page.items.some((bid) => (bid.requestedPence ?? 0) % 100 !== 0);
  const columns: Column<BidListItem>[] = [
    {
      heading: "Bid",
      rowHeader: true,
      cell: (bid) => (
        <a className="govuk-link" href={`/bids/${bid.id}`}>
          {bid.reference} {bid.title}
        </a>
      ),
    },
    { heading: "Partnerships", cell: (bid) => bid.partnerships.join(", ") },
    { heading: "Funder, fund and round", cell: (bid) => <Opportunity bid={bid} /> },
    {
      heading: "Requested",
      numeric: true,
      cell: (bid) => (
        <Money
          pence={bid.requestedPence}
          basis={bid.requestedBasis === "approximate" ? "approximate" : "exact"}
          decimals={anyPence ? "always" : "when-needed"}
        />
      ),
    },
    { heading: "Status", cell: (bid) => <BidStatusTag status={bid.status} /> },
    { heading: "Expected decision", cell: (bid) => <DateText date={bid.expectedDecision} /> },
  ];
  return (
    <>
      <p className="govuk-body">{sumOfBids(page)}</p>
      <Table
        caption="Bids, newest first"
        captionHidden
        rows={page.items}
        rowKey={(bid) => bid.id}
        empty="No bids match."
        columns={columns}
      />
    </>
  );
}

/** "105 bids. Requested: £2,500,000, of which 1 amount is approximate, and 3 bids whose amount is not recorded." */
function sumOfBids({
  count,
  more,
  requestedPence,
  notRecorded,
  approximate,
}: BidsTableProps["page"]): string {
  if (more) return `More than ${count.toLocaleString("en-GB")} bids. Choose fewer to see what they come to.`;
  const bids = count === 1 ? "1 bid" : `${count.toLocaleString("en-GB")} bids`;
  if (count === 0) return "0 bids.";
  const approximately =
    approximate > 0
      ? `, of which ${approximate === 1 ? "1 amount is" : `${approximate} amounts are`} approximate`
      : "";
  const unknown =
    notRecorded > 0
      ? `, and ${notRecorded === 1 ? "1 bid" : `${notRecorded} bids`} whose amount is not recorded`
      : "";
  if (notRecorded === count) return `${bids}, ${count === 1 ? "its amount" : "their amounts"} not recorded.`;
  return `${bids}. Requested: ${formatPounds(requestedPence)}${approximately}${unknown}.`;
}

function Opportunity({ bid }: { bid: BidListItem }) {
  const known = [bid.funderName, bid.fundName, bid.roundName].filter((name) => name !== null);
  return known.length === 0 ? <NotRecorded /> : known.join(", ");
}
