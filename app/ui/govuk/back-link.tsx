import type { ReactNode } from "react";

/** The way back, above the heading. */
export function BackLink(props: { href: string; children?: ReactNode }) {
  return (
    <a href={props.href} className="govuk-back-link">
      {props.children ?? "Back"}
    </a>
  );
}
