import type { ReactNode } from "react";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";

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
