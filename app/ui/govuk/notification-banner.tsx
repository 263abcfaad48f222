import { type ReactNode, useId } from "react";
import { classes } from "./field.tsx";

/** Something that is not about the question asked on this page; `success` is what has just been done. */
export function NotificationBanner(props: { success?: boolean; children: ReactNode }) {
  const titleId = `banner-${useId()}`;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it always has one of two roles, and both take a name
    <div
      className={classes("govuk-notification-banner", props.success && "govuk-notification-banner--success")}
      role={props.success ? "alert" : "region"}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {props.success ? "Success" : "Important"}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{props.children}</p>
      </div>
    </div>
  );
}
