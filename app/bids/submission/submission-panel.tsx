import type { Submission } from "./submission.ts";
import { SubmissionSummary, type SubmissionSummaryProps } from "./submission-summary.tsx";

type SubmissionPanelProps = Omit<SubmissionSummaryProps, "submission"> & {
  bidId: number;
  submissions: readonly Submission[];
  isSubmitted: boolean;
};

/** How a bid was sent, on its own page. */
export function SubmissionPanel({ bidId, submissions, isSubmitted, ...moments }: SubmissionPanelProps) {
  const [current] = submissions;
  if (!isSubmitted) return null;
  return (
    <section aria-labelledby="submission">
      <h2 className="govuk-heading-m" id="submission">
        Submission
      </h2>
      {current ? (
        <SubmissionSummary submission={current} {...moments} />
      ) : (
        <p className="govuk-body">How it was sent is not recorded.</p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={`/bids/${bidId}/submission`}>
          {current?.hasSnapshot ? "What was sent, and what has changed since" : "More about its submission"}
        </a>
      </p>
    </section>
  );
}
