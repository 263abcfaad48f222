import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { AmountFields, DecisionReference } from "./award-fields.tsx";

const MONTH_WILL_DO = "Leave the day empty if you only know the month.";

type Choice = { id: number; text: string };
type PastAwardFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  funds: readonly Choice[];
  funders: readonly Choice[];
  rounds: readonly Choice[];
};

/** What is asked about an award already made, besides who takes part. */
export function PastAwardFields({ form, funds, funders, rounds }: PastAwardFieldsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">The money</h2>
      <AmountFields form={form} label="How much was awarded, in pounds?" />
      <Select
        {...form.field("roundId")}
        label="Which round does it come from? (optional)"
        hint="A round brings its fund and its funder"
        empty="Not recorded"
        items={items(rounds)}
      />
      <Select {...form.field("fundId")} label="Which fund?" empty="Not recorded" items={items(funds)} />
      <Select {...form.field("funderId")} label="Which funder?" empty="Not recorded" items={items(funders)} />
      <Input
        {...form.field("receivedThrough")}
        label="Which organisation passed it on? (optional)"
        hint="Where the money came through another body, for example the county council"
      />
      <h2 className="govuk-heading-m">The decision</h2>
      <DateInput
        {...form.date("decidedOn")}
        legend="When was it decided? (optional)"
        hint={`For example, 12 3 2024. ${MONTH_WILL_DO}`}
      />
      <DecisionReference form={form} />
      <Textarea
        {...form.field("reason")}
        label="Where is the award recorded?"
        hint="The letter, the report or the minutes, and what they say"
      />
      <h2 className="govuk-heading-m">What it is for (optional)</h2>
      <Textarea {...form.field("purpose")} label="What is it for?" />
      <DateInput
        {...form.date("deliveryFrom")}
        legend="From when is the money to be spent?"
        hint={`For example, 1 4 2024. ${MONTH_WILL_DO}`}
      />
      <DateInput
        {...form.date("deliveryTo")}
        legend="Until when is the money to be spent?"
        hint={`For example, 31 3 2025. ${MONTH_WILL_DO}`}
      />
    </>
  );
}

function items(choices: readonly Choice[]) {
  return choices.map(({ id, text }) => ({ value: id, text }));
}
