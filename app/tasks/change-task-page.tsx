import { useLoaderData } from "@remix-run/react";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { taskChangeSchema } from "./task.schema.ts";
import type { Task, TaskHolder } from "./task.ts";
import { TaskFields } from "./task-fields.tsx";

/** The page on which an open task is changed. */
export function ChangeTaskPage() {
  const { holder, task } = useLoaderData<{ holder: TaskHolder; task: Task }>();
  const typed = useTypedForm();
  const form = useFormPage({
    schema: taskChangeSchema,
    defaults: {
      version: String(task.version),
      what: task.what,
      assigneeId: String(task.assigneeId),
      dueOn: dateParts(task.dueOn),
    },
    result: typed.result,
  });
  const hasLeft = !holder.people.some(({ id }) => id === task.assigneeId);
  const gone = hasLeft ? [{ id: task.assigneeId, name: `${task.assignee} (has left)` }] : [];
  return (
    <PageLayout backLink={{ href: `${holder.href}/tasks` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={holder.caption}>Change a task</PageHeading>
      <KeptForm form={form} typed={typed}>
        <TaskFields form={form} people={[...holder.people, ...gone]} />
        <ButtonGroup>
          <Button>Save the task</Button>
          <a className="govuk-link" href={`${holder.href}/tasks/${task.id}/settle`}>
            It is done, or not needed any more
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}
