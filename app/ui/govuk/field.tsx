import type { ReactNode } from "react";

export type TextSize = "s" | "m" | "l" | "xl";

/** What every question has. `error` and `hint` are read out with its input. */
export type Question = {
  name: string;
  /** The id of the first input; the name where it is left out. */
  id?: string;
  hint?: ReactNode;
  error?: string;
  /** What the register says now, where somebody else changed it while this was typed; the values of a list. */
  now?: string | readonly string[];
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
  parts: { hint?: ReactNode; error?: string; now?: string | readonly string[]; also?: string },
): string | undefined {
  return (
    classes(
      parts.also,
      hasText(parts.hint) && `${id}-hint`,
      parts.error !== undefined && `${id}-error`,
      parts.now !== undefined && `${id}-now`,
    ) || undefined
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

type HintAndErrorProps = {
  id: string;
  hint?: ReactNode;
  error?: string;
  now?: string | readonly string[];
  /** How a value of `now` is called where the question is answered by choosing. */
  nowText?: (value: string) => ReactNode;
};

/** Hint and error of a question and what the register says now, in this order, with the ids of `describedBy`. */
export function HintAndError(props: HintAndErrorProps) {
  const { now, nowText = (value) => value } = props;
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
      {now !== undefined && (
        <div id={`${props.id}-now`} className="govuk-inset-text govuk-!-margin-top-0">
          In the register now: <NowText values={typeof now === "string" ? [now] : now} text={nowText} />
        </div>
      )}
    </>
  );
}

function NowText({ values, text }: { values: readonly string[]; text: (value: string) => ReactNode }) {
  const given = values.map(text).filter(hasText);
  if (given.length === 0) return <>nothing</>;
  return given.map((value, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a list that is rendered once
    <strong className="app-lines" key={index}>
      {index > 0 && ", "}
      {value}
    </strong>
  ));
}

function hasText(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== "";
}
