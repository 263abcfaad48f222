import type { ReactNode } from "react";

/** A statement set apart from the text around it. */
export function InsetText(props: { children: ReactNode }) {
  return <div className="govuk-inset-text">{props.children}</div>;
}
