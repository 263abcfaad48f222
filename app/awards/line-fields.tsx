import { formatFinancialYear } from "#app/core/financial-year.ts";
import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { HiddenField } from "#app/ui/govuk/hidden-field.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { MoneyInput } from "#app/ui/govuk/money-input.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { STREAM_NAMES } from "./award.ts";
import type { LineChoices } from "./line-choices.queries.server.ts";
import { OUT_OF_NONE } from "./out-of/out-of.rules.ts";

const NOT_YET = "Not yet apportioned";

type LineFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  index: number;
  choices: LineChoices;
  /** False where the award's amount is not recorded: then its one line has none either. */
  withAmount: boolean;
  /** "out of A-000004", for a line that comes out of another award. */
  origin: string | null;
};

/** One line: whose, when, for what, why, how much. */
export function LineFields({ form, index, choices, withAmount, origin }: LineFieldsProps) {
  const field = (name: string) => form.field(`lines.${index}.${name}`);
  const base = field("base");
  const named = (items: readonly { id: number; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <fieldset className="govuk-fieldset app-line" id={`line-${index + 1}`}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Line {index + 1}
        {origin && <span className="app-unknown"> {origin}</span>}
      </legend>
      <div className="app-line__fields">
        {choices.partnerships.length > 1 && (
          <Select
            {...field("partnershipId")}
            label="Partnership"
            empty={NOT_YET}
            items={named(choices.partnerships)}
          />
        )}
        <Select
          {...field("financialYear")}
          label="Financial year"
          empty={NOT_YET}
          items={choices.years.map((year) => ({ value: year, text: formatFinancialYear(year) }))}
        />
        <Select {...field("projectId")} label="Project" empty={NOT_YET} items={named(choices.projects)} />
        <Select
          {...field("priorityId")}
          label="Priority area"
          empty={NOT_YET}
          items={named(choices.priorities)}
        />
        <Select
          {...field("themeId")}
          label="Theme"
          empty="As its priority area"
          items={named(choices.themes)}
        />
        <Select
          {...field("stream")}
          label="Stream"
          empty={NOT_YET}
          items={Object.entries(STREAM_NAMES).map(([value, text]) => ({ value, text }))}
        />
        {(origin !== null || choices.outOf.length > 0) && (
          <Select
            {...field("outOf")}
            label="Paid out of"
            empty={origin === null ? "No other award" : `As before: ${origin}`}
            items={[
              ...(origin === null ? [] : [{ value: OUT_OF_NONE, text: "No other award" }]),
              ...choices.outOf,
            ]}
          />
        )}
        {withAmount && <MoneyInput {...field("amountPence")} label="Amount, in pounds" />}
        {withAmount && <Input {...field("share")} label="Share" width={5} inputMode="numeric" />}
        <Input {...field("label")} label="Note" />
        <div>
          <Button secondary name="intent" value={`remove-${index}`} formNoValidate>
            Remove<span className="govuk-visually-hidden"> line {index + 1}</span>
          </Button>
        </div>
      </div>
      {base.defaultValue !== "" && <HiddenField name={base.name} value={base.defaultValue} />}
    </fieldset>
  );
}
