import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";

/** In place of the page of a one-time link that is unknown, used or expired. */
export function LinkNotWorking({ children }: { children: string }) {
  return (
    <PageLayout>
      <PageHeading>This link does not work</PageHeading>
      <p className="govuk-body">Each link works once and for a limited time. {children}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in">
          Sign in
        </a>
      </p>
    </PageLayout>
  );
}
