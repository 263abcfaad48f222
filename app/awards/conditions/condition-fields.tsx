import { dateParts } from "#app/ui/forms/form-values.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import type { Condition } from "./condition.rules.ts";

/** What the fields of a condition start with. */
export function conditionValues(condition: Condition) {
  return {
    version: String(condition.version),
    text: condition.text,
    dueOn: dateParts(condition.dueOn),
    metOn: dateParts(condition.metOn),
    evidence: condition.evidence ?? "",
    waivedBecause: condition.waivedBecause ?? "",
  };
}

/** The questions about a condition of an award. */
export function ConditionFields({ form }: { form: ReturnType<typeof useFormPage> }) {
  return (
    <>
      <Textarea {...form.field("text")} label="What does the funder ask for?" />
      <DateInput
        {...form.date("dueOn")}
        legend="By when? (optional)"
        hint="For example, 31 10 2026. Leave the day empty if you only know the month."
      />
      <DateInput
        {...form.date("metOn")}
        legend="When was it met? (optional)"
        hint="Leave it empty if it is not met yet"
      />
      <Textarea {...form.field("evidence")} label="How was it met, and where is the evidence? (optional)" />
      <Textarea
        {...form.field("waivedBecause")}
        label="Why did the funder waive it? (optional)"
        hint="Leave it empty unless the funder does not ask for it any more"
      />
    </>
  );
}
