import type { Colleague } from "#app/bids/index.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";

type TaskFieldsProps = { form: ReturnType<typeof useFormPage>; people: readonly Colleague[] };

/** What has to be done, who does it and by when. */
export function TaskFields({ form, people }: TaskFieldsProps) {
  return (
    <>
      <Input {...form.field("what")} label="What has to be done?" />
      <Select
        {...form.field("assigneeId")}
        label="Who does it?"
        empty="Choose a person"
        items={people.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <DateInput {...form.date("dueOn")} legend="By when?" hint="For example, 31 8 2026" />
    </>
  );
}
