import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";

/** What is asked before a report is published. */
export function PublishFields({ form }: { form: ReturnType<typeof useFormPage> }) {
  return (
    <>
      <Input
        {...form.field("title")}
        label="What is the report called?"
        hint="For example, Funding secured in 2025 to 2026"
      />
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
    </>
  );
}
