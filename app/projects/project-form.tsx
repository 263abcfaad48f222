import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";

const DATE_HINT = "For example, 1 4 2023. Leave the day empty if you only know the month.";

/** The questions about a project, the same for a new one and for a change. */
export function ProjectFields({ form }: { form: ReturnType<typeof useFormPage> }) {
  return (
    <>
      <Input {...form.field("name")} label="What is the project called?" />
      <Textarea {...form.field("description")} label="What does it do? (optional)" />
      <DateInput {...form.date("startsOn")} legend="When does it start? (optional)" hint={DATE_HINT} />
      <DateInput {...form.date("endsOn")} legend="When does it end? (optional)" hint={DATE_HINT} />
      <Textarea
        {...form.field("statusNote")}
        label="How does it stand? (optional)"
        hint="For example, pilot finished, roll-out delayed"
        rows={2}
      />
      <Textarea
        {...form.field("strands")}
        label="Strands (optional)"
        hint="The parts of the project in its own words, each on a line of its own. They are labels: money is not split by them."
      />
    </>
  );
}
