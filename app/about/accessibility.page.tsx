import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { Contact } from "./contact.tsx";

export const meta = titled("Accessibility statement");

export const loader = loaderFor("public", ({ platform }) => {
  const { organisationName, serviceName, contactEmail } = platform.settings;
  return { organisationName, serviceName, contactEmail };
});

export default function Accessibility() {
  const { serviceName, ...contact } = useLoaderData<typeof loader>();
  return (
    <PageLayout>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <PageHeading>Accessibility statement</PageHeading>
          <p className="govuk-body">
            This statement is about {serviceName}, which {contact.organisationName} runs. You should be able
            to:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            <li>enlarge it to 400% without text running off the screen</li>
            <li>use every page with a keyboard alone</li>
            <li>use every page with a screen reader</li>
            <li>use every page with JavaScript switched off</li>
          </ul>
          <h2 className="govuk-heading-m">How accessible it is</h2>
          <p className="govuk-body">
            It is built to meet the Web Content Accessibility Guidelines version 2.2 at level AA. Its pages
            and their error messages are checked by an automated tool (axe) whenever the program changes. No
            independent audit has been made, and it has not been tested by people who use assistive
            technology, so there may be problems that nobody has found yet.
          </p>
          <p className="govuk-body">
            Wide tables scroll sideways on a narrow screen. Documents that the records link to belong to other
            organisations and may not be accessible.
          </p>
          <h2 className="govuk-heading-m">If something does not work for you</h2>
          <p className="govuk-body">
            Write to <Contact {...contact} />. Say which page it was and what you need, for example a report
            as a table or in large print.
          </p>
          <h2 className="govuk-heading-m">If you are not happy with the answer</h2>
          <p className="govuk-body">
            The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
            Applications) (No. 2) Accessibility Regulations 2018. Contact the{" "}
            <a className="govuk-link" href="https://www.equalityadvisoryservice.com/">
              Equality Advisory and Support Service
            </a>
            .
          </p>
        </div>
      </div>
    </PageLayout>
  );
}
