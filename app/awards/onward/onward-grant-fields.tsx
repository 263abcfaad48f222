import { poundsForField } from "#app/core/money.ts";
import { dateParts, type FormValues } from "#app/ui/forms/form-values.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import type { OnwardGrant } from "./onward-grant.ts";

/** What the form of an onward grant starts with. */
export function onwardGrantValues(grant: OnwardGrant): FormValues {
  return {
    version: String(grant.version),
    recipient: grant.recipient,
    charityNumber: grant.charityNumber ?? "",
    companyNumber: grant.companyNumber ?? "",
    purpose: grant.purpose ?? "",
    amountPence: poundsForField(grant.amountPence),
    reference: grant.reference ?? "",
    agreedOn: dateParts(grant.agreedOn),
    runsFrom: dateParts(grant.runsFrom),
    runsTo: dateParts(grant.runsTo),
  };
}

/** The questions about a grant to a delivery organisation. */
export function OnwardGrantFields({ form }: { form: ReturnType<typeof useFormPage> }) {
  return (
    <>
      <Input {...form.field("recipient")} label="Which organisation receives it?" />
      <Input
        {...form.field("charityNumber")}
        label="Charity number (optional)"
        hint="From the register of charities, for example 1089464"
        width={10}
      />
      <Input
        {...form.field("companyNumber")}
        label="Company number (optional)"
        hint="8 characters, for example 01234567"
        width={10}
      />
      <Textarea {...form.field("purpose")} label="What is it for? (optional)" rows={3} />
      <MoneyInput
        {...form.field("amountPence")}
        label="How much is it, in pounds? (optional)"
        hint="Leave it empty if it is not known. That is not £0: what is paid then counts."
      />
      <Input {...form.field("reference")} label="Reference of the agreement (optional)" width={20} />
      <DateInput
        {...form.date("agreedOn")}
        legend="When was the agreement signed? (optional)"
        hint="For example, 6 8 2026. Leave the day empty if you only know the month."
      />
      <DateInput
        {...form.date("runsFrom")}
        legend="First day of the grant (optional)"
        hint="For example, 1 4 2026"
      />
      <DateInput
        {...form.date("runsTo")}
        legend="Last day of the grant (optional)"
        hint="For example, 31 3 2027"
      />
    </>
  );
}
