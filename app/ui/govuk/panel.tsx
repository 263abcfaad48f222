import type { ReactNode } from "react";

/** The end of something that took several pages. It holds the heading of the page. */
export function Panel(props: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h1 className="govuk-panel__title">{props.title}</h1>
      {props.children && <div className="govuk-panel__body">{props.children}</div>}
    </div>
  );
}
