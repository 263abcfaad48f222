import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { BID_STATUS_TAGS } from "../bid-words.ts";
import { PAST_STATUSES } from "./past-bid.schema.ts";

const MONTH_WILL_DO = "Leave the day empty if you only know the month.";

type Choice = { id: number; text: string };
type PastBidFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  rounds: readonly Choice[];
  funds: readonly Choice[];
  funders: readonly Choice[];
};

/** What is asked about a bid already made, besides its title and who takes part. */
export function PastBidFields({ form, rounds, funds, funders }: PastBidFieldsProps) {
  const items = (choices: readonly Choice[]) => choices.map(({ id, text }) => ({ value: id, text }));
  return (
    <>
      <Radios
        {...form.field("status")}
        legend="What became of it?"
        items={PAST_STATUSES.map((status) => ({ value: status, text: BID_STATUS_TAGS[status].text }))}
      />
      <Select
        {...form.field("roundId")}
        label="Which round was it for? (optional)"
        hint="A round brings its fund and its funder"
        empty="Not recorded"
        items={items(rounds)}
      />
      <Select
        {...form.field("fundId")}
        label="Which fund? (optional)"
        empty="Not recorded"
        items={items(funds)}
      />
      <Select
        {...form.field("funderId")}
        label="Which funder? (optional)"
        empty="Not recorded"
        items={items(funders)}
      />
      <MoneyInput {...form.field("requestedPence")} label="How much was requested, in pounds? (optional)" />
      <Checkboxes
        {...form.flag("approximate")}
        items={[{ value: "yes", text: "The amount is approximate" }]}
      />
      <Textarea {...form.field("purpose")} label="What was it for? (optional)" />
      <DateInput
        {...form.date("submittedOn")}
        legend="When was it submitted? (optional)"
        hint={`For example, 31 8 2024. ${MONTH_WILL_DO}`}
      />
      <DateInput
        {...form.date("decidedOn")}
        legend="When was it decided? (optional)"
        hint={`For example, 12 12 2024. ${MONTH_WILL_DO}`}
      />
      <Textarea
        {...form.field("note")}
        label="Where is the bid recorded?"
        hint="The letter, the report or the minutes, and the reasons that they give"
      />
    </>
  );
}
