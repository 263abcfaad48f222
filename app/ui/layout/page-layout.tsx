import { type ReactNode, useContext } from "react";
import { BackLink } from "../govuk/back-link.tsx";
import { Breadcrumbs, type Crumb } from "../govuk/breadcrumbs.tsx";
import { NotificationBanner } from "../govuk/notification-banner.tsx";
import { PageMessageContext } from "./page-message.ts";
import { SessionEnds } from "./session-ends.tsx";

type PageLayoutProps = {
  children: ReactNode;
  /** The way to this page; or `backLink` on a page that is a step of a task. */
  breadcrumbs?: readonly Crumb[];
  backLink?: { href: string; text?: string };
};

/** Everything between the navigation and the footer. */
export function PageLayout({ children, breadcrumbs, backLink }: PageLayoutProps) {
  const message = useContext(PageMessageContext);
  return (
    <div className="govuk-width-container">
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
      {backLink && <BackLink href={backLink.href}>{backLink.text}</BackLink>}
      <main className="govuk-main-wrapper" id="main-content">
        <SessionEnds />
        {message !== null && <NotificationBanner success>{message}</NotificationBanner>}
        {children}
      </main>
    </div>
  );
}

type PageHeadingProps = { children: ReactNode; caption?: ReactNode; size?: "l" | "xl" };

/** The one heading of the page, under the name of what it belongs to. */
export function PageHeading({ children, caption, size = "l" }: PageHeadingProps) {
  return (
    <>
      {caption && <span className={`govuk-caption-${size}`}>{caption}</span>}
      <h1 className={`govuk-heading-${size}`}>{children}</h1>
    </>
  );
}
