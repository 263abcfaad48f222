import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { BidStatusTag } from "../bid-status-tag.tsx";
import { MATCH_FORMS, MATCH_STANDINGS } from "../content/words.ts";
import type { MatchOfProject } from "./match-of-project.queries.server.ts";

/** What others are to add to the money of the bids that name a project; nothing where no bid names any. */
export function MatchOfProjectTable({ match }: { match: readonly MatchOfProject[] }) {
  if (match.length === 0) return null;
  return (
    <Table
      caption="Match funding of the bids that name this project (never counted as secured)"
      captionSize="s"
      rows={match}
      rowKey={(row) => match.indexOf(row)}
      columns={[
        {
          heading: "Bid",
          rowHeader: true,
          cell: ({ bidId, reference, title }) => (
            <a className="govuk-link" href={`/bids/${bidId}`}>
              {reference} {title}
            </a>
          ),
        },
        { heading: "Status", cell: ({ status }) => <BidStatusTag status={status} /> },
        { heading: "Source", cell: ({ source }) => source },
        { heading: "Form", cell: ({ form }) => (form ? MATCH_FORMS[form] : <NotRecorded />) },
        {
          heading: "Standing",
          cell: ({ standing }) => (standing ? MATCH_STANDINGS[standing] : <NotRecorded />),
        },
        { heading: "Worth", numeric: true, cell: ({ amountPence }) => <Money pence={amountPence} /> },
      ]}
    />
  );
}
