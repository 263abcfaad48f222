import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PRIORITY_KIND_NAMES, PRIORITY_KINDS } from "./priority.rules.ts";

type Text = { id: string; name: string; defaultValue: string; error?: string };
type Form = {
  field: (path: string) => Text;
  date: (path: string) => Omit<Text, "defaultValue"> & {
    defaultValue: { day: string; month: string; year: string };
  };
  choices: (path: string) => Omit<Text, "defaultValue"> & { defaultValues: string[] };
};

type PriorityFieldsProps = {
  form: Form;
  themes: readonly { id: number; name: string }[];
  /** The projects and operations of the partnership. */
  projects: readonly { id: number; name: string }[];
};

/** What is asked of a priority area. */
export function PriorityFields({ form, themes, projects }: PriorityFieldsProps) {
  return (
    <>
      <Textarea
        {...form.field("title")}
        label="What is the priority area, in the partnership’s own words?"
        rows={2}
      />
      <Radios
        {...form.field("kind")}
        legend="What does the partnership call it?"
        items={PRIORITY_KINDS.map((kind) => ({ value: kind, text: PRIORITY_KIND_NAMES[kind] }))}
      />
      <DateInput
        {...form.date("validFrom")}
        legend="Valid from"
        hint="For example, 1 4 2026. Leave the day empty if only the month is known."
      />
      <DateInput
        {...form.date("validTo")}
        legend="Valid to"
        hint="For example, 31 3 2029. Leave it empty if no end is stated."
      />
      <Checkboxes
        {...form.choices("themeIds")}
        legend="Which themes does it serve?"
        hint="Money for a priority area with exactly one theme counts for that theme. With several, it is for whoever apportions it to say which."
        items={themes.map(({ id, name }) => ({ value: id, text: name }))}
        small
      />
      <Textarea
        {...form.field("aims")}
        label="Sub-aims (optional)"
        hint="Each on a line of its own. They are labels: money is not split by them."
        rows={4}
      />
      {projects.length > 0 && (
        <Checkboxes
          {...form.choices("projectIds")}
          legend="Which projects and operations are under it? (optional)"
          hint="This says nothing of money: which priority area an award pays for is in its lines."
          items={projects.map(({ id, name }) => ({ value: id, text: name }))}
          small
        />
      )}
      <Textarea {...form.field("note")} label="Note (optional)" rows={3} />
    </>
  );
}
