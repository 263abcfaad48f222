import { useId } from "react";
import { Tag, type TagColour } from "./tag.tsx";

export type Task = {
  title: string;
  href: string;
  hint?: string;
  /** How far it is; only what is still to be done has a colour. */
  status: { text: string; colour?: TagColour };
};

/** Pages to fill in, in any order, each with how far it is. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const id = useId();
  return (
    <ul className="govuk-task-list">
      {tasks.map((task, index) => {
        const [statusId, hintId] = [`task-${id}-${index}-status`, `task-${id}-${index}-hint`];
        return (
          <li className="govuk-task-list__item govuk-task-list__item--with-link" key={task.href}>
            <div className="govuk-task-list__name-and-hint">
              <a
                className="govuk-link govuk-task-list__link"
                href={task.href}
                aria-describedby={task.hint ? `${hintId} ${statusId}` : statusId}
              >
                {task.title}
              </a>
              {task.hint && (
                <div className="govuk-task-list__hint" id={hintId}>
                  {task.hint}
                </div>
              )}
            </div>
            <div className="govuk-task-list__status" id={statusId}>
              {task.status.colour ? (
                <Tag colour={task.status.colour}>{task.status.text}</Tag>
              ) : (
                task.status.text
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
