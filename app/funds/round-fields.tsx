import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { ROUND_KIND_NAMES, ROUND_KINDS } from "./funds.ts";

const MONTH_WILL_DO = "Leave the day empty if you only know the month.";

type RoundFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  funds: readonly { id: number; text: string }[];
};

/** What is asked about a round. Only fund and name must be there: the rest stands as "not recorded". */
export function RoundFields({ form, funds }: RoundFieldsProps) {
  return (
    <>
      <Select
        {...form.field("fundId")}
        label="Which fund is it a round of?"
        empty="Choose a fund"
        items={funds.map((fund) => ({ value: fund.id, text: fund.text }))}
      />
      <Input
        {...form.field("name")}
        label="What is the round called?"
        hint="For example, Round 5 or 2026 to 2027"
      />
      <h2 className="govuk-heading-m">Dates (optional)</h2>
      <DateInput
        {...form.date("opensOn")}
        legend="When does it open?"
        hint={`For example, 6 7 2026. ${MONTH_WILL_DO}`}
      />
      <DateInput
        {...form.date("closesOn")}
        legend="When does it close?"
        hint={`For example, 31 8 2026. ${MONTH_WILL_DO}`}
      />
      <Input
        {...form.field("closesTime")}
        label="At what time does it close?"
        hint="UK time, for example 5pm, 17:00, midday or midnight. Midnight is kept as 11:59pm of that day."
        width={10}
      />
      <DateInput
        {...form.date("decisionExpected")}
        legend="When is the decision expected?"
        hint={`For example, 10 2026. ${MONTH_WILL_DO}`}
      />
      <DateInput
        {...form.date("deliveryFrom")}
        legend="From when is the money to be spent?"
        hint="For example, 1 4 2027"
      />
      <DateInput
        {...form.date("deliveryTo")}
        legend="Until when is the money to be spent?"
        hint="For example, 31 3 2028"
      />
      <h2 className="govuk-heading-m">Money (optional)</h2>
      <MoneyInput {...form.field("potPence")} label="How much is there in all, in pounds?" />
      <MoneyInput {...form.field("capPence")} label="What is the most for one bid, in pounds?" />
      <Input
        {...form.field("matchBasisPoints")}
        label="How much match funding is asked for?"
        hint="Per cent of the award, for example 50 or 12.5"
        suffix="%"
        width={4}
        inputMode="decimal"
      />
      <Input
        {...form.field("matchNote")}
        label="What counts as match funding?"
        hint="For example, cash or staff time"
      />
      <h2 className="govuk-heading-m">Rules (optional)</h2>
      <Input {...form.field("whoMayLead")} label="Who may lead a bid?" />
      <Input
        {...form.field("bidsPerArea")}
        label="How many bids may each area make?"
        width={4}
        inputMode="numeric"
      />
      <Radios
        {...form.field("kind")}
        legend="How is the money given?"
        items={[
          ...ROUND_KINDS.map((kind) => ({ value: kind, text: ROUND_KIND_NAMES[kind] })),
          { value: "", text: "Not stated" },
        ]}
      />
      <Input
        {...form.field("guidanceUrl")}
        label="Where is the guidance?"
        hint="A web address that starts with https://"
        type="url"
        spellCheck={false}
      />
      <Textarea {...form.field("note")} label="Note" />
    </>
  );
}
