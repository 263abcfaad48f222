import { formatPounds, sumPence } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { BidStatusTag } from "../bid-status-tag.tsx";
import type { UmbrellaItem } from "./umbrella.queries.server.ts";

type UmbrellaItemsProps = {
  items: readonly UmbrellaItem[];
  /** The umbrella's own amount, pence; null where it is not recorded. */
  requestedPence: number | null;
};

/** The bids of an umbrella record, and what of its amount is not itemised yet. */
export function UmbrellaItems({ items, requestedPence }: UmbrellaItemsProps) {
  const itemised = sumPence(items.map((item) => item.requestedPence ?? 0));
  const rest = requestedPence === null ? null : requestedPence - itemised;
  return (
    <>
      <Table
        caption="The bids that this record stands for"
        rows={items}
        rowKey={({ id }) => id}
        empty="None is itemised yet."
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
          { heading: "Status", cell: ({ status }) => <BidStatusTag status={status} /> },
          {
            heading: "Requested",
            numeric: true,
            cell: (item) => (
              <Money
                pence={item.requestedPence}
                basis={item.requestedBasis === "approximate" ? "approximate" : "exact"}
              />
            ),
          },
        ]}
      />
      {rest !== null && (
        <p className="govuk-body">
          {rest >= 0
            ? `Not yet itemised: ${formatPounds(rest)}. Only this is counted for the umbrella record, so nothing is counted twice.`
            : `The itemised bids come to ${formatPounds(-rest)} more than the umbrella record says.`}
        </p>
      )}
    </>
  );
}
