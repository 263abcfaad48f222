import type { ReactNode } from "react";
import { classes, describedBy, FormGroup, HintAndError, Label, type Question } from "./field.tsx";

type SelectProps = Question & {
  label: ReactNode;
  items: readonly { value: string | number; text: string }[];
  /** The text of the empty first choice; without it the first item is chosen. */
  empty?: string;
  defaultValue?: string;
};

/** One choice from a long list. */
export function Select(props: SelectProps) {
  const id = props.id ?? props.name;
  return (
    <FormGroup error={props.error}>
      <Label htmlFor={id} isHeading={props.labelIsHeading} size={props.labelSize}>
        {props.label}
      </Label>
      <HintAndError
        id={id}
        hint={props.hint}
        error={props.error}
        now={props.now}
        nowText={(value) => props.items.find((item) => String(item.value) === value)?.text ?? props.empty}
      />
      <select
        className={classes("govuk-select", props.error !== undefined && "govuk-select--error")}
        id={id}
        name={props.name}
        defaultValue={props.defaultValue}
        aria-describedby={describedBy(id, props)}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.items.map((item) => (
          <option key={item.value} value={item.value}>
            {item.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
