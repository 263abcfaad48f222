import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/core/calendar-date.ts";
import { ukLocalTime } from "#app/funds/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { ContentList } from "../content-snapshot/content-list.tsx";
import { DifferencesTable } from "../content-snapshot/differences-table.tsx";
import { findSignedAt } from "../sign-off/sign-off.queries.server.ts";
import { wasSubmitted } from "./correct-submission.server.ts";
import { SubmissionSummary } from "./submission-summary.tsx";
import { findWhatWasSent, listSubmissions } from "./submissions.queries.server.ts";

export const meta = titled<typeof loader>(({ data }) => `Submission of ${data.bid.reference}`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const bid = await getBid(context, numericId(params.id));
  const { id, reference, title } = bid;
  return {
    bid: { id, reference, title },
    submissions: await listSubmissions(context.db.read, id),
    kept: await findWhatWasSent(context, id),
    moments: { now: ukLocalTime(context.now()), signedAt: await findSignedAt(context.db.read, id) },
    mayCorrect: wasSubmitted(bid) && may(context.actor, "bid.write", writablePartnerships(bid)),
  };
});

export default function SubmissionPage() {
  const { bid, submissions, kept, moments, mayCorrect } = useLoaderData<typeof loader>();
  const [current, ...earlier] = submissions;
  return (
    <PageLayout backLink={{ href: `/bids/${bid.id}` }}>
      <PageHeading caption={`${bid.reference} ${bid.title}`}>Submission</PageHeading>
      {current ? (
        <SubmissionSummary submission={current} {...moments} />
      ) : (
        <p className="govuk-body">When and how it was sent is not recorded.</p>
      )}
      {mayCorrect && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/bids/${bid.id}/submission/correct`}>
            Correct when and how it was sent
          </a>
        </p>
      )}
      {kept === null ? (
        <p className="govuk-body">What was sent was not kept: the bid came into the register afterwards.</p>
      ) : (
        <>
          {kept.differences.length > 0 ? (
            <DifferencesTable
              caption="What has changed since"
              before="As sent"
              differences={kept.differences}
            />
          ) : (
            <p className="govuk-body">The bid says now what was sent.</p>
          )}
          <h2 className="govuk-heading-m">What was sent</h2>
          <ContentList answers={kept.sent} />
          <p className="govuk-body-s app-fingerprint">Fingerprint (SHA-256): {kept.fingerprint}</p>
        </>
      )}
      {earlier.length > 0 && <h2 className="govuk-heading-m">As it stood here before</h2>}
      {submissions.map((submission, index) => (
        <section key={submission.id} aria-label={`Recorded ${formatInstant(submission.recordedAt)}`}>
          {index > 0 && <SubmissionSummary submission={submission} {...moments} />}
          <p className="govuk-hint">
            Recorded {formatInstant(submission.recordedAt)}
            {submission.recordedByName && ` by ${submission.recordedByName}`}
            {submission.correctionReason && `. Corrected: ${submission.correctionReason}`}
          </p>
        </section>
      ))}
    </PageLayout>
  );
}
