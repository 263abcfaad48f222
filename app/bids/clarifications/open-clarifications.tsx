import { describeDeadline } from "#app/core/working-days.ts";
import { Table } from "#app/ui/govuk/table.tsx";

type OpenClarificationsProps = {
  clarifications: readonly {
    id: number;
    bidId: number;
    reference: string;
    title: string;
    question: string;
    dueOn: string | null;
  }[];
  today: string;
};

/** Questions of funders that are still to be answered, each by its bid. */
export function OpenClarifications({ clarifications, today }: OpenClarificationsProps) {
  return (
    <Table
      caption="Clarifications to answer"
      rows={clarifications}
      rowKey={({ id }) => id}
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
        { heading: "The funder asks", cell: ({ question }) => question },
        {
          heading: "Due",
          cell: ({ dueOn }) => (dueOn === null ? "No date" : describeDeadline(dueOn, today)),
        },
      ]}
    />
  );
}
