import type { ReactNode } from "react";
import { classes, describedBy, FormGroup, HintAndError, Label, type Question } from "./field.tsx";

/** A question answered in several lines. */
export function Textarea(props: Question & { label: ReactNode; defaultValue?: string; rows?: number }) {
  const id = props.id ?? props.name;
  return (
    <FormGroup error={props.error}>
      <Label htmlFor={id} isHeading={props.labelIsHeading} size={props.labelSize}>
        {props.label}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} now={props.now} />
      <textarea
        className={classes("govuk-textarea", props.error !== undefined && "govuk-textarea--error")}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        defaultValue={props.defaultValue}
        aria-describedby={describedBy(id, props)}
      />
    </FormGroup>
  );
}
