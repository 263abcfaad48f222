import { useLoaderData } from "@remix-run/react";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { taskSchema } from "./task.schema.ts";
import type { TaskHolder, TasksOfRecord } from "./task.ts";
import { TaskFields } from "./task-fields.tsx";
import { OpenTasks, SettledTasks } from "./task-tables.tsx";

/** All tasks of a record, and the form for one more. */
export function TasksPage() {
  const { holder, tasks, today } = useLoaderData<{
    holder: TaskHolder;
    tasks: TasksOfRecord;
    today: string;
  }>();
  const isOfThem = holder.people.some(({ id }) => id === holder.personId);
  const typed = useTypedForm();
  const form = useFormPage({
    schema: taskSchema,
    defaults: { assigneeId: isOfThem ? String(holder.personId) : "" },
    result: typed.result,
  });
  return (
    <PageLayout backLink={{ href: holder.href }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={holder.caption}>Tasks</PageHeading>
      {tasks.open.length === 0 && <p className="govuk-body">No task is open.</p>}
      <OpenTasks holder={holder} tasks={tasks.open} today={today} />
      {holder.mayWrite && (
        <>
          <h2 className="govuk-heading-m">Add a task</h2>
          <KeptForm form={form} typed={typed} instead="begin anew">
            <TaskFields form={form} people={holder.people} />
            <Button>Add the task</Button>
          </KeptForm>
        </>
      )}
      <SettledTasks holder={holder} tasks={tasks.settled} />
      <Pagination
        previous={null}
        next={tasks.next === null ? null : `?before=${tasks.next}`}
        label="Older settled tasks"
      />
    </PageLayout>
  );
}
