import { describeDeadline } from "#app/core/working-days.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import type { OpenTask } from "./open-task.ts";

type OpenTasksTableProps = {
  caption: string;
  captionHidden?: boolean;
  tasks: readonly OpenTask[];
  today: string;
  /** Whether whose they are is shown: not where all are one's own. */
  withPeople: boolean;
  empty?: string;
};

/** Open tasks of many records, with the working days left. */
export function OpenTasksTable({ tasks, today, withPeople, ...table }: OpenTasksTableProps) {
  return (
    <Table
      {...table}
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: "Task",
          rowHeader: true,
          cell: ({ id, what, href }) => (
            <a className="govuk-link" href={withPeople ? `${href}/tasks` : `${href}/tasks/${id}/settle`}>
              {what}
            </a>
          ),
        },
        ...(withPeople ? [{ heading: "Who", cell: ({ assignee }: OpenTask) => assignee }] : []),
        {
          heading: "For",
          cell: ({ href, caption }) => (
            <a className="govuk-link" href={href}>
              {caption}
            </a>
          ),
        },
        { heading: "By when", cell: ({ dueOn }) => describeDeadline(dueOn, today) },
      ]}
    />
  );
}
