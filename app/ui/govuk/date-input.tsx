import type { ReactNode } from "react";
import { classes, describedBy, FormGroup, HintAndError, type Question } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";

type DateInputProps = Question & {
  legend: ReactNode;
  defaultValue?: { day: string; month: string; year: string };
};

const PARTS = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
] as const;

/** A date in three inputs, named `name-day`, `name-month` and `name-year`. The hint gives an example. */
export function DateInput(props: DateInputProps) {
  const id = props.id ?? props.name;
  return (
    <FormGroup error={props.error}>
      <Fieldset
        legend={props.legend}
        legendIsHeading={props.labelIsHeading}
        legendSize={props.labelSize}
        describedBy={describedBy(id, props)}
        role="group"
      >
        <HintAndError id={id} hint={props.hint} error={props.error} now={props.now} />
        <div className="govuk-date-input" id={id}>
          {PARTS.map(({ part, label, width }) => (
            <div className="govuk-date-input__item" key={part}>
              <div className="govuk-form-group">
                <label className="govuk-label govuk-date-input__label" htmlFor={`${id}-${part}`}>
                  {label}
                </label>
                <input
                  className={classes(
                    "govuk-input govuk-date-input__input",
                    `govuk-input--width-${width}`,
                    props.error !== undefined && "govuk-input--error",
                  )}
                  id={`${id}-${part}`}
                  name={`${props.name}-${part}`}
                  type="text"
                  inputMode="numeric"
                  defaultValue={props.defaultValue?.[part] || undefined}
                />
              </div>
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}
