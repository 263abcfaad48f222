import { tasksHref } from "./open-task.ts";
import { OpenTasksTable } from "./open-tasks-table.tsx";
import type { TasksAtHome as Listed } from "./tasks-at-home.server.ts";

/** On the home page: one's own tasks that are late or due soon and, for managers, whose are late. */
export function TasksAtHome({ mine, late, today }: Listed) {
  return (
    <>
      {mine.length > 0 && (
        <OpenTasksTable caption="Your tasks" tasks={mine} today={today} withPeople={false} />
      )}
      {late.length > 0 && (
        <OpenTasksTable caption="Late tasks of others" tasks={late} today={today} withPeople={true} />
      )}
      {mine.length + late.length > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={tasksHref("mine")}>
            All your tasks
          </a>
          {late.length > 0 && (
            <>
              <br />
              <a className="govuk-link" href={tasksHref("late")}>
                All late tasks
              </a>
            </>
          )}
        </p>
      )}
    </>
  );
}
