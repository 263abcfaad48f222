import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/core/calendar-date.ts";
import { describeDeadline } from "#app/core/working-days.ts";
import { KeptForm, useTypedForm } from "#app/typed-forms/index.ts";
import { dateParts } from "#app/ui/forms/form-values.ts";
import { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button, ButtonGroup } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { settleSchema } from "./task.schema.ts";
import { OUTCOME_WORDS, type Task, type TaskHolder } from "./task.ts";

/** The page that says what became of a task; of a settled one, that it was otherwise or is open after all. */
export function SettleTaskPage() {
  const { holder, task, today } = useLoaderData<{ holder: TaskHolder; task: Task; today: string }>();
  const { settled } = task;
  const typed = useTypedForm();
  const form = useFormPage({
    schema: settleSchema,
    defaults: {
      version: String(task.version),
      outcome: settled?.outcome ?? "done",
      settledOn: dateParts(settled?.on ?? null),
      note: settled?.note ?? "",
    },
    result: typed.result,
  });
  return (
    <PageLayout backLink={{ href: `${holder.href}/tasks` }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={holder.caption}>What became of the task?</PageHeading>
      <SummaryList
        rows={[
          { key: "Task", value: task.what },
          { key: "Who", value: task.assignee },
          { key: "By when", value: settled ? formatDate(task.dueOn) : describeDeadline(task.dueOn, today) },
        ]}
      />
      <KeptForm form={form} typed={typed}>
        <Radios
          {...form.field("outcome")}
          legend="What became of it?"
          items={[
            { value: "done", text: OUTCOME_WORDS.done },
            { value: "not_needed", text: OUTCOME_WORDS.not_needed },
            ...(settled ? [{ value: "open", text: "It is still to be done" }] : []),
          ]}
        />
        <DateInput
          {...form.date("settledOn")}
          legend="On what date? (optional)"
          hint="For example, 31 8 2026. Leave it empty for today."
        />
        <Textarea
          {...form.field("note")}
          label="Note (optional)"
          hint="Where it is not needed any more, say why"
          rows={3}
        />
        <ButtonGroup>
          <Button>Save</Button>
          <a className="govuk-link" href={`${holder.href}/tasks`}>
            Cancel
          </a>
        </ButtonGroup>
      </KeptForm>
    </PageLayout>
  );
}
