import type { ReactNode } from "react";

/** Text for people who listen to the page. */
export function VisuallyHidden(props: { children: ReactNode }) {
  return <span className="govuk-visually-hidden">{props.children}</span>;
}
