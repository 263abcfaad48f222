import type { ReactNode } from "react";

/** What follows cannot be undone, or has consequences. */
export function WarningText(props: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span> {props.children}
      </strong>
    </div>
  );
}
