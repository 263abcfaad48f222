import { formatPounds } from "#app/core/money.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";

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
      <MoneyInput
        {...form.field("amountPence")}
        label="How much was awarded, in pounds?"
        hint={
          requestedPence === null
            ? "The requested amount is not recorded"
            : `${formatPounds(requestedPence)} was requested. Leave it empty where that was awarded in full.`
        }
      />
      <Checkboxes
        {...form.flag("approximate")}
        items={[{ value: "yes", text: "The amount is approximate" }]}
      />
      <Checkboxes
        {...form.flag("amountNotRecorded")}
        items={[{ value: "yes", text: "The amount is not recorded", hint: "Leave the amount above empty." }]}
      />
      <DateInput
        {...form.date("decidedOn")}
        legend="When did the funder decide?"
        hint="For example, 12 3 2026"
      />
      <Input
        {...form.field("decisionReference")}
        label="Reference of the decision (optional)"
        hint="For example, the number of the letter or the decision notice"
        width={20}
      />
      <Textarea
        {...form.field("reason")}
        label="What did the funder decide, and why?"
        hint="As the letter says it"
      />
    </>
  );
}
