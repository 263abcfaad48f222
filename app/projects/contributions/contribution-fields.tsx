import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";

export const FORM_NAMES = { cash: "Cash", in_kind: "In kind" };

/** The questions about what a partner gives of its own. */
export function ContributionFields({ form }: { form: ReturnType<typeof useFormPage> }) {
  return (
    <>
      <Input
        {...form.field("contributor")}
        label="Who gives it?"
        hint="For example, the partnership’s reserve, or the borough council"
      />
      <Radios
        {...form.field("kind")}
        legend="Is it cash or in kind?"
        items={[
          { value: "cash", text: FORM_NAMES.cash },
          { value: "in_kind", text: FORM_NAMES.in_kind, hint: "For example, staff time or rooms" },
        ]}
      />
      <Textarea {...form.field("description")} label="What is it? (optional)" rows={2} />
      <Input
        {...form.field("financialYear")}
        label="For which financial year? (optional)"
        hint="For example, 2026 to 2027"
        width={20}
      />
      <MoneyInput
        {...form.field("amountPence")}
        label="How much is it worth, in pounds? (optional)"
        hint="Leave it empty if nobody has worked it out. That is not £0."
      />
    </>
  );
}
