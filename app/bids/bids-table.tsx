import { formatLocalTime } from "#app/core/calendar-date.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { BidListItem } from "./bid.ts";
import { type BidFilters, bidsHref } from "./bid-filters.ts";
import { BidStatusTag } from "./bid-status-tag.tsx";
import { LIVE_STATUSES } from "./content/live.ts";
import { type BidColumn, nextSort, SORT_WORDS } from "./finding/bid-sorts.ts";

type BidsTableProps = {
  items: readonly BidListItem[];
  filters: BidFilters;
  /** A column before the others, by which bids are ticked. */
  tick?: Column<BidListItem>;
};

/** A page of bids. Its headings put the whole list in order. */
export function BidsTable({ items, filters, tick }: BidsTableProps) {
  const anyPence = items.some((bid) => (bid.requestedPence ?? 0) % 100 !== 0);
  const { sort } = filters;
  const sorts = (by: BidColumn) => ({
    href: bidsHref({ ...filters, sort: nextSort(sort, by) }),
    direction:
      sort.by !== by ? ("none" as const) : sort.descending ? ("descending" as const) : ("ascending" as const),
  });
  const columns: Column<BidListItem>[] = [
    { heading: "Reference", cell: (bid) => bid.reference, sort: sorts("reference") },
    {
      heading: "Bid",
      rowHeader: true,
      cell: (bid) => (
        <a className="govuk-link" href={`/bids/${bid.id}`}>
          {bid.title}
        </a>
      ),
      sort: sorts("title"),
    },
    {
      heading: "Partnerships",
      cell: (bid) => bid.partnerships.join(", "),
      sort: sorts("partnership"),
    },
    {
      heading: "Funder, fund and round",
      cell: (bid) => <Opportunity bid={bid} />,
      sort: sorts("funder"),
    },
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
      sort: sorts("requested"),
    },
    {
      heading: "Status",
      cell: (bid) => <BidStatusTag status={bid.status} isSignedOff={bid.isSignedOff} />,
      sort: sorts("status"),
    },
    {
      heading: "Round closes",
      cell: (bid) => (bid.closesAt === null ? <NotRecorded /> : formatLocalTime(bid.closesAt)),
      sort: sorts("closes"),
    },
    {
      heading: "Expected decision",
      cell: (bid) => <Decision bid={bid} />,
      sort: sorts("decision"),
    },
    { heading: "Owner", cell: (bid) => bid.ownerName ?? "Nobody", sort: sorts("owner") },
  ];
  const order = SORT_WORDS[sort.by][sort.descending ? "descending" : "ascending"];
  return (
    <Table
      caption={`Bids, ${order}`}
      captionHidden
      rows={items}
      rowKey={(bid) => bid.id}
      empty="No bids match."
      columns={tick ? [tick, ...columns] : columns}
    />
  );
}

/** The bid's own date; where it has none and is not decided its round's, which it says. */
function Decision({ bid: { status, expectedDecision, roundDecision } }: { bid: BidListItem }) {
  const isLive = LIVE_STATUSES.some((live) => live === status);
  if (!isLive || expectedDecision !== null || roundDecision === null) {
    return <DateText date={expectedDecision} />;
  }
  return (
    <>
      <DateText date={roundDecision} /> (the round’s date)
    </>
  );
}

function Opportunity({ bid }: { bid: BidListItem }) {
  const known = [bid.funderName, bid.fundName, bid.roundName].filter((name) => name !== null);
  return known.length === 0 ? <NotRecorded /> : known.join(", ");
}
