import type { useFormPage } from "#app/ui/forms/use-form-page.ts";
import { Checkboxes } from "#app/ui/govuk/checkboxes.tsx";
import { DateInput } from "#app/ui/govuk/date-input.tsx";
import { Details } from "#app/ui/govuk/details.tsx";
import { Input } from "#app/ui/govuk/input.tsx";
import { Radios } from "#app/ui/govuk/radios.tsx";
import { Textarea } from "#app/ui/govuk/textarea.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { formatValue } from "./exact-number.rules.ts";

/** A reading of the measure that is recorded already. */
type Recorded = { id: number; period: string | null; value: number | null };

type ReadingFieldsProps = {
  form: ReturnType<typeof useFormPage>;
  measure: { id: number; unit: string };
  /** The other readings of the measure: a second of the same period is a change of the first. */
  recorded: readonly Recorded[];
};

/** The questions about a baseline or a reading. */
export function ReadingFields({ form, measure, recorded }: ReadingFieldsProps) {
  return (
    <>
      {recorded.length > 0 && (
        <Details summary="Readings that are recorded" open={form.field("period").error !== undefined}>
          <p className="govuk-body">A period has one reading. To put one right, change it:</p>
          <ul className="govuk-list govuk-list--bullet">
            {recorded.map(({ id, period, value }) => (
              <li key={id}>
                <a className="govuk-link" href={`/measures/${measure.id}/readings/${id}/edit`}>
                  {period ?? "a period that is not recorded"}
                </a>
                : {value === null ? <NotRecorded /> : formatValue(value)}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Radios
        {...form.field("kind")}
        legend="What is it?"
        items={[
          { value: "baseline", text: "The baseline", hint: "What was counted before, to compare with" },
          { value: "reading", text: "A reading", hint: "What was counted since" },
        ]}
      />
      <Input
        {...form.field("value")}
        label={`What is the value, in ${measure.unit}?`}
        hint="Leave this empty if the period is known and the figure is not. Nothing counted is 0."
        width={10}
        inputMode="decimal"
      />
      <Input
        {...form.field("period")}
        label="Which period does it cover?"
        hint="As it is stated, for example 12 months to June 2020, or 2019/20"
      />
      <DateInput
        {...form.date("periodFrom")}
        legend="When does the period start? (optional)"
        hint="Give the dates if the words do not say how long the period is. Leave the day empty if you only know the month."
      />
      <DateInput {...form.date("periodTo")} legend="When does the period end? (optional)" />
      <Checkboxes
        {...form.flag("isDerived")}
        items={[{ value: "yes", text: "The value was worked out from a stated difference" }]}
      />
      <Textarea {...form.field("note")} label="Note (optional)" rows={3} />
    </>
  );
}
