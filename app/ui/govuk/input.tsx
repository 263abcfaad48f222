import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from "react";
import { classes, describedBy, FormGroup, HintAndError, Label, type Question } from "./field.tsx";

export type InputProps = Question & {
  label: ReactNode;
  defaultValue?: string;
  type?: Extract<HTMLInputTypeAttribute, "text" | "date" | "email" | "password" | "search" | "tel" | "url">;
  /** Characters that the answer has at most, where it is short. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  prefix?: string;
  suffix?: string;
  inputMode?: "decimal" | "numeric";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  spellCheck?: boolean;
};

/** A question answered on one line. */
export function Input(props: InputProps) {
  const id = props.id ?? props.name;
  const input = (
    <input
      className={classes(
        "govuk-input",
        props.width && `govuk-input--width-${props.width}`,
        props.error !== undefined && "govuk-input--error",
      )}
      id={id}
      name={props.name}
      type={props.type ?? "text"}
      defaultValue={props.defaultValue || undefined}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete}
      spellCheck={props.spellCheck}
      aria-describedby={describedBy(id, props)}
    />
  );
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
        nowText={(value) => value && `${props.prefix ?? ""}${value}`}
      />
      {props.prefix || props.suffix ? (
        <div className="govuk-input__wrapper">
          {props.prefix && <Affix of="prefix" text={props.prefix} />}
          {input}
          {props.suffix && <Affix of="suffix" text={props.suffix} />}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  );
}

function Affix(props: { of: "prefix" | "suffix"; text: string }) {
  return (
    <div className={`govuk-input__${props.of}`} aria-hidden="true">
      {props.text}
    </div>
  );
}
