import { formatDate } from "#app/core/calendar-date.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { periodWords, type Return, returnStanding } from "./return.rules.ts";

type ReturnsPanelProps = {
  awardId: number;
  returns: readonly Omit<Return, "figures">[];
  mayRecord: boolean;
  today: string;
};

/** The monitoring returns of an award on its own page. */
export function ReturnsPanel({ awardId, returns, mayRecord, today }: ReturnsPanelProps) {
  if (returns.length === 0 && !mayRecord) return null;
  const href = `/awards/${awardId}/returns`;
  return (
    <section aria-labelledby="returns">
      <h2 className="govuk-heading-m" id="returns">
        Returns to the funder
      </h2>
      <Table
        caption="Returns, in the order in which they are due"
        captionHidden
        rows={returns}
        rowKey={({ id }) => id}
        empty="No return is planned."
        columns={[
          {
            heading: "For the",
            rowHeader: true,
            cell: (one) => (
              <a className="govuk-link" href={`${href}/${one.id}`}>
                {periodWords(one)}
              </a>
            ),
          },
          { heading: "Due", cell: ({ dueOn }) => formatDate(dueOn) },
          { heading: "Where it stands", cell: (one) => returnStanding(one, today) },
        ]}
      />
      {mayRecord && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`${href}/new`}>
            Plan returns
          </a>
        </p>
      )}
    </section>
  );
}
