import type { IsoDay } from "#app/core/calendar-date.ts";
import { describeDeadline } from "#app/core/working-days.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import type { DutyDue } from "./duty.ts";

type DutiesTableProps = { duties: readonly DutyDue[]; count: number; today: IsoDay };

/** What awards owe their funders soon or since, with the working days left; nothing where they owe nothing. */
export function DutiesTable({ duties, count, today }: DutiesTableProps) {
  if (duties.length === 0) return null;
  return (
    <Table
      caption={
        count > duties.length
          ? `Returns, claims and conditions due: the first ${duties.length} of ${count}`
          : "Returns, claims and conditions due"
      }
      rows={duties}
      rowKey={({ kind, id }) => `${kind} ${id}`}
      columns={[
        {
          heading: "Award",
          rowHeader: true,
          cell: ({ awardId, reference, title }) => (
            <a className="govuk-link" href={`/awards/${awardId}`}>
              {reference} {title}
            </a>
          ),
        },
        { heading: "What", cell: ({ what }) => what },
        { heading: "When", cell: ({ dueOn }) => describeDeadline(dueOn, today) },
      ]}
    />
  );
}
