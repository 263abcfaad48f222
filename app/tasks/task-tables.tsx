import { formatDate } from "#app/core/calendar-date.ts";
import { describeDeadline } from "#app/core/working-days.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { maySettle, OUTCOME_WORDS, type Task, type TaskHolder } from "./task.ts";

type TasksProps = {
  holder: Pick<TaskHolder, "href" | "mayWrite" | "personId">;
  tasks: readonly Task[];
};

/** Nothing of it can be done on paper. */
const ACTION = <span className="app-no-print">Action</span>;

const WHAT: Column<Task> = { heading: "Task", rowHeader: true, cell: ({ what }) => what };

/** Tasks that are open, with the working days left; nothing where there is none. */
export function OpenTasks({
  holder,
  tasks,
  today,
  captionHidden = false,
}: TasksProps & { today: string; captionHidden?: boolean }) {
  if (tasks.length === 0) return null;
  const mayAct = tasks.some((task) => maySettle(holder, task));
  return (
    <Table
      caption="Open tasks"
      captionHidden={captionHidden}
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        WHAT,
        { heading: "Who", cell: ({ assignee }) => assignee },
        { heading: "By when", cell: ({ dueOn }) => describeDeadline(dueOn, today) },
        ...(mayAct
          ? [{ heading: ACTION, cell: (task: Task) => <Actions holder={holder} task={task} /> }]
          : []),
      ]}
    />
  );
}

/** What became of tasks, by whom and when; nothing where there is none. */
export function SettledTasks({ holder, tasks }: TasksProps) {
  if (tasks.length === 0) return null;
  const mayAct = tasks.some((task) => maySettle(holder, task));
  return (
    <Table
      caption="Settled tasks"
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        WHAT,
        { heading: "Who", cell: ({ assignee }) => assignee },
        { heading: "What became of it", cell: ({ settled }) => settled && settledWords(settled) },
        ...(mayAct
          ? [
              {
                heading: ACTION,
                cell: (task: Task) =>
                  maySettle(holder, task) && (
                    <TaskLink
                      href={`${holder.href}/tasks/${task.id}/settle`}
                      text="Change"
                      what={task.what}
                    />
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** "Done on 3 March 2026 by Jo Bloggs: sent by email". */
export function settledWords({ outcome, on, by, note }: NonNullable<Task["settled"]>): string {
  const who = by === null ? "" : ` by ${by}`;
  const date = outcome === "done" ? `on ${formatDate(on)}` : `(${formatDate(on)})`;
  return `${OUTCOME_WORDS[outcome]} ${date}${who}${note === null ? "" : `: ${note}`}`;
}

function Actions({ holder, task }: { holder: TasksProps["holder"]; task: Task }) {
  if (!maySettle(holder, task)) return null;
  const href = `${holder.href}/tasks/${task.id}`;
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      <li>
        <TaskLink href={`${href}/settle`} text="Mark as done" what={task.what} />
      </li>
      {holder.mayWrite && (
        <li>
          <TaskLink href={href} text="Change" what={task.what} />
        </li>
      )}
    </ul>
  );
}

function TaskLink({ href, text, what }: { href: string; text: string; what: string }) {
  return (
    <a className="govuk-link app-no-print" href={href}>
      {text}
      <VisuallyHidden>: {what}</VisuallyHidden>
    </a>
  );
}
