import type { ReactNode } from "react";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";

type FormPage = ReturnType<typeof useFormPage>;

type AmountFieldsProps = { form: FormPage; label: string; hint?: ReactNode; notRecordedHint?: string };

/** The amount of an award, whether it is approximate, and that it may not be recorded at all. */
export function AmountFields({ form, label, hint, notRecordedHint }: AmountFieldsProps) {
  const notRecorded = notRecordedHint ?? "Leave the amount above empty.";
  return (
    <>
      <MoneyInput {...form.field("amountPence")} label={label} hint={hint} />
      <Checkboxes
        {...form.flag("approximate")}
        items={[{ value: "yes", text: "The amount is approximate" }]}
      />
      <Checkboxes
        {...form.flag("amountNotRecorded")}
        items={[{ value: "yes", text: "The amount is not recorded", hint: notRecorded }]}
      />
    </>
  );
}

/** By what the funder's decision can be found again. */
export function DecisionReference({ form }: { form: FormPage }) {
  return (
    <Input
      {...form.field("decisionReference")}
      label="Reference of the decision (optional)"
      hint="For example, the number of the letter or the decision notice"
      width={20}
    />
  );
}

/** From when a version counts, and by which decision; `left` says from when it does where that is left empty. */
export function WhenAndWhy({ form, left }: { form: FormPage; left: string }) {
  return (
    <>
      <DateInput
        {...form.date("effectiveOn")}
        legend="From which day does it count? (optional)"
        hint={`For example, 1 4 2026. Left empty, ${left}.`}
      />
      <DateInput
        {...form.date("decidedOn")}
        legend="When was it decided? (optional)"
        hint="For example, 12 3 2026. Leave the day empty if you only know the month."
      />
      <DecisionReference form={form} />
      <Textarea
        {...form.field("reason")}
        label="Why?"
        hint="It stands beside every figure that this version moves"
      />
    </>
  );
}
