import { formatPounds } from "#app/core/money.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { AmountFields, DecisionReference } from "./award-fields.tsx";

type DecisionFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  /** Pence; null where it was not known. */
  requestedPence: number | null;
};

/** What the funder decided to award. */
export function DecisionFields({ form, requestedPence }: DecisionFieldsProps) {
  return (
    <>
      <Radios
        {...form.field("outcome")}
        legend="Was it awarded in full or in part?"
        inline
        items={[
          { value: "full", text: "In full" },
          { value: "part", text: "In part" },
        ]}
      />
      <AmountFields
        form={form}
        label="How much was awarded, in pounds?"
        hint={
          requestedPence === null
            ? "The requested amount is not recorded"
            : `${formatPounds(requestedPence)} was requested. Leave it empty where that was awarded in full.`
        }
      />
      <DateInput
        {...form.date("decidedOn")}
        legend="When did the funder decide?"
        hint="For example, 12 3 2026"
      />
      <DecisionReference form={form} />
      <Textarea
        {...form.field("reason")}
        label="What did the funder decide, and why?"
        hint="As the letter says it"
      />
    </>
  );
}
