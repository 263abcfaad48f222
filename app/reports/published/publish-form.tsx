import { Form } from "#app/ui/forms/form.tsx";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";

type FormProps = {
  form: ReturnType<typeof useFormPage>;
  /** What such a report may be called. */
  example: string;
  /** The names of what goes with it without being asked: what is shown on the page. */
  shown: readonly string[];
};

/** What is asked before a report is published. */
export function PublishForm({ form, example, shown }: FormProps) {
  return (
    <>
      <p className="govuk-body">
        What is published stays as it is for ever, with these figures and these words. It can be withdrawn
        with a reason, and stays to be seen.
      </p>
      <Form {...form.props}>
        <Input {...form.field("title")} label="What is the report called?" hint={`For example, ${example}`} />
        <Input {...form.field("committee")} label="Which committee or panel is it for? (optional)" />
        <DateInput
          {...form.date("meetingOn")}
          legend="When does it meet? (optional)"
          hint="For example, 31 8 2026"
        />
        <Textarea
          {...form.field("introduction")}
          label="What should a reader know first? (optional)"
          hint="It stands above the figures. Leave an empty line between paragraphs"
        />
        <Radios
          {...form.field("readers")}
          legend="Who may read it?"
          items={[
            { value: "members", text: "People with a role in the partnership" },
            { value: "anybody", text: "Anybody who has its address, without signing in" },
          ]}
        />
        {shown.map((name) => (
          <HiddenField key={name} name={name} value={form.field(name).defaultValue} />
        ))}
        <Button>Publish this report</Button>
      </Form>
    </>
  );
}
