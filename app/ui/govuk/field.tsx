import type { ReactNode } from "react";

export type TextSize = "s" | "m" | "l" | "xl";

/** What every question has. `error` and `hint` are read out with its input. */
export type Question = {
  name: string;
  /** The id of the first input; the name where it is left out. */
  id?: string;
  hint?: ReactNode;
  error?: string;
  /** The question is the heading of the page. */
  labelIsHeading?: boolean;
  labelSize?: TextSize;
};

/** Class names in one attribute, without the empty ones. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}

/** The ids of hint and error, for `aria-describedby`. */
export function describedBy(
  id: string,
  parts: { hint?: ReactNode; error?: string; also?: string },
): string | undefined {
  return (
    classes(parts.also, hasText(parts.hint) && `${id}-hint`, parts.error !== undefined && `${id}-error`) ||
    undefined
  );
}

/** The box around a question, marked where its answer is wrong. */
export function FormGroup(props: { error?: string; children: ReactNode }) {
  return (
    <div className={classes("govuk-form-group", props.error !== undefined && "govuk-form-group--error")}>
      {props.children}
    </div>
  );
}

/** The label of one input, or the heading of the page around it. */
export function Label(props: { htmlFor: string; children: ReactNode; isHeading?: boolean; size?: TextSize }) {
  const size = props.size ?? (props.isHeading ? "l" : undefined);
  const label = (
    <label className={classes("govuk-label", size && `govuk-label--${size}`)} htmlFor={props.htmlFor}>
      {props.children}
    </label>
  );
  return props.isHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}

/** Hint and error of a question, in this order, with the ids of `describedBy`. */
export function HintAndError(props: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hasText(props.hint) && (
        <div id={`${props.id}-hint`} className="govuk-hint">
          {props.hint}
        </div>
      )}
      {props.error !== undefined && (
        <p id={`${props.id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {props.error}
        </p>
      )}
    </>
  );
}

function hasText(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== "";
}
