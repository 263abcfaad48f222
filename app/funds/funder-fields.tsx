import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import type { Named } from "./funds.ts";

type FunderFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  /** Who may come after it. */
  funders: readonly Named[];
};

/** What is asked about a funder. */
export function FunderFields({ form, funders }: FunderFieldsProps) {
  return (
    <>
      <Input {...form.field("name")} label="What is the funder called?" />
      <DateInput
        {...form.date("validFrom")}
        legend="From when is it valid? (optional)"
        hint="For example, 22 11 2012. Leave the day empty if you only know the month."
      />
      <DateInput
        {...form.date("validTo")}
        legend="Until when is it valid? (optional)"
        hint="For example, 5 2028, the month in which Police and Crime Commissioners are to end"
      />
      <Select
        {...form.field("successorId")}
        label="Which funder takes over from it? (optional)"
        empty="None recorded"
        items={funders.map((funder) => ({ value: funder.id, text: funder.name }))}
      />
      <Textarea {...form.field("note")} label="Note (optional)" />
    </>
  );
}
