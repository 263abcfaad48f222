import type { TaskHolder, TasksOfRecord } from "./task.ts";
import { OpenTasks, SettledTasks } from "./task-tables.tsx";

type TasksPanelProps = {
  holder: Pick<TaskHolder, "href" | "mayWrite" | "personId">;
  /** All open tasks, and the newest of the settled ones. */
  tasks: TasksOfRecord;
  today: string;
};

/** The tasks of a record on its own page, open ones first, and the way to all of them. */
export function TasksPanel({ holder, tasks, today }: TasksPanelProps) {
  const isEmpty = tasks.open.length === 0 && tasks.settled.length === 0;
  if (isEmpty && !holder.mayWrite) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Tasks</h2>
      {tasks.open.length === 0 && <p className="govuk-body">No task is open.</p>}
      <OpenTasks holder={holder} tasks={tasks.open} today={today} captionHidden />
      <SettledTasks holder={holder} tasks={tasks.settled} />
      {(holder.mayWrite || tasks.next !== null) && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`${holder.href}/tasks`}>
            {linkText(holder.mayWrite, tasks.next !== null)}
          </a>
        </p>
      )}
    </section>
  );
}

function linkText(mayWrite: boolean, areMore: boolean): string {
  if (!mayWrite) return "All tasks";
  return areMore ? "All tasks, and add one" : "Add a task";
}
