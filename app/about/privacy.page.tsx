import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { Contact } from "./contact.tsx";

export const meta = titled("Privacy");

export const loader = loaderFor("public", ({ platform }) => {
  const { organisationName, contactEmail } = platform.settings;
  return { organisationName, contactEmail };
});

export default function Privacy() {
  const contact = useLoaderData<typeof loader>();
  return (
    <PageLayout>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <PageHeading>Privacy</PageHeading>
          <p className="govuk-body">
            {contact.organisationName} runs this service and decides what happens to the personal data in it.
            The register is about public money: the people in it are those who use it, and lead officers named
            in bids.
          </p>
          <h2 className="govuk-heading-m">What is kept about you if you have an account</h2>
          <ul className="govuk-list govuk-list--bullet">
            <li>your name, your email address and your role in each partnership</li>
            <li>your password, scrambled so that nobody can read it</li>
            <li>while you are signed in: when you signed in and when you were last here</li>
            <li>
              what you did in the register and when. This log is permanent and holds your number in the
              register, not your name
            </li>
          </ul>
          <p className="govuk-body">
            It is kept to account for public money: who recorded what, and who decided. Nothing is sold, used
            for advertising or sent to a company that measures visits.
          </p>
          <h2 className="govuk-heading-m">Who sees it</h2>
          <p className="govuk-body">
            Administrators see names, addresses and roles. The people of a partnership see who did what with
            its bids and awards.
          </p>
          <h2 className="govuk-heading-m">Your rights</h2>
          <p className="govuk-body">
            You can ask to see what is kept about you, or to have it put right. Write to{" "}
            <Contact {...contact} />. You can also complain to the{" "}
            <a className="govuk-link" href="https://ico.org.uk/make-a-complaint/">
              Information Commissioner’s Office
            </a>
            .
          </p>
        </div>
      </div>
    </PageLayout>
  );
}
