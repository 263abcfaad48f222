import { bankHolidaysRunOut, describeDeadline } from "#app/core/working-days.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import type { Deadline } from "./deadline.ts";

const KINDS: Record<Deadline["kind"], string> = {
  interest_due: "Expression of interest due",
  round_closes: "Round closes",
  answer_due: "Answer to the funder due",
  decision_expected: "Decision expected",
};

type DeadlinesProps = {
  caption: string;
  deadlines: readonly Deadline[];
  /** UK local time. */
  now: string;
};

/** What bids have to be done or to hear by, with the working days left; nothing where there is none. */
export function DeadlinesTable({ caption, deadlines, now }: DeadlinesProps) {
  if (deadlines.length === 0) return null;
  return (
    <>
      <Table
        caption={caption}
        rows={deadlines}
        rowKey={({ bidId, kind, at }) => `${bidId} ${kind} ${at}`}
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
          { heading: "What", cell: ({ kind }) => KINDS[kind] },
          { heading: "When, in UK time", cell: ({ at }) => describeDeadline(at, now) },
        ]}
      />
      {bankHolidaysRunOut(now.slice(0, 10)) ? (
        <p className="govuk-body">
          The list of bank holidays in this version ends soon. Working days after it cannot be counted: ask
          for a newer version.
        </p>
      ) : null}
    </>
  );
}
