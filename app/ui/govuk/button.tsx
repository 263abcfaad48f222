import type { ReactNode } from "react";
import { classes } from "./field.tsx";

type Look = { secondary?: boolean; warning?: boolean };

function look(props: Look): string {
  return classes(
    "govuk-button",
    props.secondary && "govuk-button--secondary",
    props.warning && "govuk-button--warning",
  );
}

type ButtonProps = Look & {
  children: ReactNode;
  name?: string;
  value?: string;
  /** The form is posted without being checked in the browser first. */
  formNoValidate?: boolean;
};

/** The button that sends a form. `name` and `value` say which one was pressed. */
export function Button(props: ButtonProps) {
  return (
    <button
      type="submit"
      name={props.name}
      value={props.value}
      formNoValidate={props.formNoValidate}
      className={look(props)}
      data-module="govuk-button"
    >
      {props.children}
    </button>
  );
}

/** A link that starts something. */
export function LinkButton(props: Look & { href: string; children: ReactNode }) {
  return (
    <a href={props.href} draggable="false" className={look(props)} data-module="govuk-button">
      {props.children}
    </a>
  );
}

/** Buttons and links side by side. */
export function ButtonGroup(props: { children: ReactNode }) {
  return <div className="govuk-button-group">{props.children}</div>;
}
