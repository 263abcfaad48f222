import type { ReactNode } from "react";

/** Help that only some people need, behind its summary. */
export function Details(props: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details className="govuk-details" open={props.open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div className="govuk-details__text">{props.children}</div>
    </details>
  );
}
