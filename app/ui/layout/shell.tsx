import type { ReactNode } from "react";
import { Footer } from "../govuk/footer.tsx";
import { GenericHeader } from "../govuk/generic-header.tsx";
import { PhaseBanner } from "../govuk/phase-banner.tsx";
import { ServiceNavigation } from "../govuk/service-navigation.tsx";
import { SkipLink } from "../govuk/skip-link.tsx";
import { navigationFor, type Viewer } from "./navigation.ts";
import { SERVICE_NAME } from "./page-title.ts";

/** What every page says about the installation; public. */
export type Settings = { organisationName: string; serviceName: string; brandColour: string; demo: boolean };

type ShellProps = { settings?: Settings; viewer: Viewer | null; path: string; children: ReactNode };

const STATEMENTS = [
  { text: "Accessibility statement", href: "/accessibility" },
  { text: "Cookies", href: "/cookies" },
  { text: "Privacy", href: "/privacy" },
];

/** What stands around every page: header, navigation, banner, footer. */
export function Shell({ settings, viewer, path, children }: ShellProps) {
  const organisationName = settings?.organisationName ?? SERVICE_NAME;
  return (
    <>
      <SkipLink />
      <header className="govuk-template__header">
        <GenericHeader organisationName={organisationName} />
        <ServiceNavigation
          serviceName={settings?.serviceName ?? SERVICE_NAME}
          items={navigationFor(viewer, path)}
          end={viewer && <SignedIn name={viewer.name} />}
        />
        {settings?.demo && (
          <PhaseBanner tag="Demo">
            This is a demo. Real partnerships show published facts only; anything else belongs to an invented
            partnership.
          </PhaseBanner>
        )}
      </header>
      {children}
      <footer className="govuk-template__footer">
        <Footer links={STATEMENTS}>{organisationName}</Footer>
      </footer>
    </>
  );
}

function SignedIn({ name }: { name: string }) {
  return (
    <form method="post" action="/sign-out" className="app-signed-in">
      <a className="govuk-link govuk-link--no-visited-state app-signed-in__name" href="/account">
        {name}
      </a>
      <button type="submit" className="app-button-link">
        Sign out
      </button>
    </form>
  );
}
