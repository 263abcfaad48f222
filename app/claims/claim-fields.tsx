import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { PAYMENT_WORDS } from "./claim.ts";

/** For what period a claim is, and how the funder pays. */
export function ClaimFields({ form }: { form: ReturnType<typeof useFormPage> }) {
  return (
    <>
      <DateInput
        {...form.date("periodFrom")}
        legend="What is the first day of the period?"
        hint="For example, 1 4 2026"
      />
      <DateInput
        {...form.date("periodTo")}
        legend="What is the last day of the period?"
        hint="For example, 30 6 2026"
      />
      <Radios
        {...form.field("payment")}
        legend="How does the funder pay?"
        items={Object.entries(PAYMENT_WORDS).map(([value, text]) => ({ value, text }))}
      />
      <Input
        {...form.field("results")}
        label="How many results is it for? (optional)"
        hint="Only where the funder pays by results, for example 43 families"
        inputMode="numeric"
        width={5}
      />
      <Input
        {...form.field("unit")}
        label="What is one result? (optional)"
        hint="For example, family"
        width={20}
      />
      <MoneyInput {...form.field("unitPence")} label="At what price each, in pounds? (optional)" />
      <Textarea
        {...form.field("reason")}
        label="Why is it claimed now? (optional)"
        hint="Needed where days of its period were reported to the funder or claimed already, or where it is of another year’s money"
        rows={3}
      />
      <Textarea {...form.field("note")} label="Anything finance should know? (optional)" rows={3} />
    </>
  );
}
