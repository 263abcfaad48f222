import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";

const MONTH_WILL_DO = "For example, 6 8 2024. Leave the day empty if you only know the month.";

/** The questions about offer, acceptance and special terms of an award. All of them may be left empty. */
export function TermsFields({ form }: { form: ReturnType<typeof useFormPage> }) {
  return (
    <>
      <h2 className="govuk-heading-m">Offer and acceptance</h2>
      <DateInput
        {...form.date("offeredOn")}
        legend="When was the award offered? (optional)"
        hint={MONTH_WILL_DO}
      />
      <Input {...form.field("offerReference")} label="Reference of the offer (optional)" />
      <DateInput
        {...form.date("acceptedOn")}
        legend="When was it accepted? (optional)"
        hint={MONTH_WILL_DO}
      />
      <Input {...form.field("acceptanceReference")} label="Reference of the acceptance (optional)" />
      <Input {...form.field("decisionUrl")} label="Link to the decision notice (optional)" />
      <h2 className="govuk-heading-m">Special terms</h2>
      <Checkboxes
        {...form.flag("noTransfer")}
        items={[{ value: "yes", text: "Money may not be moved from one financial year to another" }]}
      />
      <Checkboxes {...form.flag("capitalOnly")} items={[{ value: "yes", text: "Capital only" }]} />
      <Input
        {...form.field("matchBasisPoints")}
        label="Match funding asked for, as a percentage of the award (optional)"
        inputMode="decimal"
        width={5}
        suffix="%"
      />
      <Input
        {...form.field("variationWeeks")}
        label="How long before 31 March must a variation be asked for, in weeks? (optional)"
        inputMode="numeric"
        width={2}
        suffix="weeks"
      />
      <h2 className="govuk-heading-m">Contact at the funder</h2>
      <p className="govuk-body">
        Record only what the work needs. It is shown on the award’s page and is in no export.
      </p>
      <Input {...form.field("contactName")} label="Name (optional)" />
      <Input {...form.field("contactEmail")} label="Email address (optional)" />
    </>
  );
}
