import type { ReactNode } from "react";

/** What kind of installation this is, under the navigation of every page. */
export function PhaseBanner(props: { tag: string; children: ReactNode }) {
  return (
    <div className="govuk-phase-banner govuk-width-container">
      <p className="govuk-phase-banner__content">
        <strong className="govuk-tag govuk-phase-banner__content__tag">{props.tag}</strong>
        <span className="govuk-phase-banner__text">{props.children}</span>
      </p>
    </div>
  );
}
