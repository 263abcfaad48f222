import type { ReactNode } from "react";
import type { FormValues } from "../forms/form-values.ts";
import { LateForm } from "./late-form.tsx";
import { PageHeading, PageLayout } from "./page-layout.tsx";
import { type SentForm, SignedOut } from "./signed-out.tsx";

type Problem = { heading: string; text: ReactNode };

const PROBLEMS: Record<number, Problem> = {
  400: {
    heading: "We could not read what was sent",
    text: "Go back, check the page and try again. Nothing was changed.",
  },
  401: { heading: "You have been signed out", text: "Sign in, then try again. Nothing was changed." },
  403: {
    heading: "You cannot do this",
    text: "Your role does not allow it. Ask an administrator or a manager of the partnership. Nothing was changed.",
  },
  404: {
    heading: "Page not found",
    text: "If you typed the address, check that it is correct. If you followed a link, the record may not exist or may belong to a partnership that you are not part of.",
  },
  405: { heading: "Page not found", text: "This address cannot be used in this way. Nothing was changed." },
  409: {
    heading: "Somebody else has changed this record",
    text: "It was changed after you opened the page, so what you sent was not saved. Open the record again to see what it says now, then make your change.",
  },
  413: { heading: "What you sent is too large", text: "Make it shorter and try again. Nothing was changed." },
  422: { heading: "There is a problem", text: "Go back and check your answers. Nothing was changed." },
  429: { heading: "Too many attempts", text: "Wait a few minutes and try again." },
  503: {
    heading: "Sorry, the register is busy",
    text: "Wait a moment and try again. If you sent something, open the record to see whether it was saved.",
  },
};

const UNEXPECTED: Problem = {
  heading: "Sorry, there is a problem with the register",
  text: "Try again later. If you sent something, open the record to see whether it was saved.",
};

/** The heading of the page for a status, also its title. */
export function problemHeading(status: number): string {
  return (PROBLEMS[status] ?? UNEXPECTED).heading;
}

export type ErrorPageProps = {
  status: number;
  /** What the log knows the request by. */
  requestId?: string;
  /** Why it was refused, where the status alone does not say it. */
  because?: string;
  /** Where to go on from there. */
  next?: { href: string; text: string };
  /** A form that came too late for its record, and where to look at that now. */
  lateForm?: { typed: FormValues; now: string | null };
  /** A form that was sent by somebody who is no longer signed in. */
  signedOut?: SentForm;
};

/** What people see instead of the page that they asked for. */
export function ErrorPage({ status, requestId, because, next, lateForm, signedOut }: ErrorPageProps) {
  const problem = PROBLEMS[status] ?? UNEXPECTED;
  return (
    <PageLayout>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <PageHeading>{problem.heading}</PageHeading>
          {!signedOut && (because || !lateForm) && <p className="govuk-body">{because ?? problem.text}</p>}
          {next && (
            <p className="govuk-body">
              <a className="govuk-link" href={next.href}>
                {next.text}
              </a>
            </p>
          )}
          {lateForm && <LateForm {...lateForm} />}
          {signedOut && <SignedOut {...signedOut} />}
          <p className="govuk-body">
            <a className="govuk-link" href="/">
              Go to the home page
            </a>
          </p>
          {requestId && status >= 500 && (
            <p className="govuk-body-s">If you report this, give the reference {requestId}.</p>
          )}
        </div>
      </div>
    </PageLayout>
  );
}
