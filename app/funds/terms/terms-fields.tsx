import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Fieldset } from "#app/ui/govuk/fieldset.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { APPLICANT_KINDS, APPLICANT_NAMES } from "./terms.ts";

const MONTH_WILL_DO = "Leave the day empty if you only know the month.";
const YES_NO_OR_NOT_STATED = [
  { value: "yes", text: "Yes" },
  { value: "no", text: "No" },
  { value: "", text: "Not stated" },
];

type TermsFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  themes: readonly { id: number; name: string }[];
  /** How many rows of financial years there are, empty ones included. */
  yearRows: number;
};

/** What is asked about the terms of a round; all of it may be "not stated". */
export function TermsFields({ form, themes, yearRows }: TermsFieldsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Who and how much</h2>
      <Checkboxes
        {...form.choices("applicantKinds")}
        legend="Who may lead a bid?"
        hint="Leave all empty if it is not stated"
        items={APPLICANT_KINDS.map((kind) => ({ value: kind, text: APPLICANT_NAMES[kind] }))}
      />
      <Radios
        {...form.field("inKindCounts")}
        legend="Does match in kind count, such as staff time?"
        items={YES_NO_OR_NOT_STATED}
      />
      <Fieldset legend="In which financial years may the money be spent?">
        {Array.from({ length: yearRows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name and never move
          <div className="app-filters" key={index}>
            <Input
              {...form.field(`years.${index}.year`)}
              label={`Financial year ${index + 1}`}
              hint={index === 0 ? "For example, 2026 to 2027" : undefined}
              width={10}
            />
            <MoneyInput
              {...form.field(`years.${index}.capPence`)}
              label={`The most for a bid in financial year ${index + 1}, in pounds (optional)`}
            />
          </div>
        ))}
      </Fieldset>
      <Radios
        {...form.field("noTransferBetweenYears")}
        legend="Is it forbidden to move money between years?"
        items={YES_NO_OR_NOT_STATED}
      />
      <Input
        {...form.field("capitalSharePercent")}
        label="What is the most of a bid that may be capital?"
        hint="Per cent of the bid, for example 30"
        suffix="%"
        width={4}
        inputMode="numeric"
      />
      <Checkboxes
        {...form.choices("themeIds")}
        legend="What is the money for?"
        items={themes.map(({ id, name }) => ({ value: id, text: name }))}
        small
      />
      <h2 className="govuk-heading-m">The funder’s dates</h2>
      <DateInput
        {...form.date("announcedOn")}
        legend="When was it announced?"
        hint={`For example, 6 7 2026. ${MONTH_WILL_DO}`}
      />
      <DateInput
        {...form.date("expressionOfInterestBy")}
        legend="By when is an expression of interest due?"
        hint={`For example, 20 7 2026. ${MONTH_WILL_DO}`}
      />
      <DateInput
        {...form.date("clarificationFrom")}
        legend="From when may the funder ask for clarification?"
        hint={`For example, 1 9 2026. ${MONTH_WILL_DO}`}
      />
      <DateInput
        {...form.date("clarificationTo")}
        legend="Until when?"
        hint={`For example, 30 9 2026. ${MONTH_WILL_DO}`}
      />
      <Input
        {...form.field("portalUrl")}
        label="Where is the portal for bids?"
        hint="A web address that starts with https://"
        type="url"
        spellCheck={false}
      />
    </>
  );
}
