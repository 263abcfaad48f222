import type { IsoDay } from "#app/core/calendar-date.ts";
import { describeDeadline } from "#app/core/working-days.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import type { DutyDue } from "./duty.ts";

type DutiesTableProps = {
  duties: readonly DutyDue[];
  count: number;
  today: IsoDay;
  /** Whose they are, where they are not those of all awards. */
  of?: string;
};

/** What awards owe their funders soon or since, with the working days left; nothing where they owe nothing. */
export function DutiesTable({ duties, count, today, of }: DutiesTableProps) {
  if (duties.length === 0) return null;
  const name = `Returns, claims and conditions due${of === undefined ? "" : ` of ${of}`}`;
  return (
    <Table
      caption={count > duties.length ? `${name}: the first ${duties.length} of ${count}` : name}
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
