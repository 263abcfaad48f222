import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import type { Feedback } from "./feedback.queries.server.ts";

type FeedbackPanelProps = { bidId: number; feedback: Feedback | null; mayRecord: boolean };

/** What the funder said of a bid, how it was ranked and what was learnt, on the bid's own page. */
export function FeedbackPanel({ bidId, feedback, mayRecord }: FeedbackPanelProps) {
  if (feedback === null && !mayRecord) return null;
  return (
    <section aria-labelledby="feedback" className={feedback === null ? "app-no-print" : undefined}>
      <h2 className="govuk-heading-m" id="feedback">
        Feedback and lessons
      </h2>
      {feedback !== null && (
        <SummaryList
          rows={[
            feedback.ranked !== null && { key: "Ranked by the commissioner", value: <Rank {...feedback} /> },
            feedback.feedback !== null && { key: "Feedback", value: feedback.feedback },
            feedback.lessons !== null && { key: "Lessons", value: feedback.lessons },
          ]}
        />
      )}
      <p className="govuk-body app-no-print">
        {mayRecord && (
          <>
            <a className="govuk-link" href={`/bids/${bidId}/feedback`}>
              Record feedback, ranking and lessons
            </a>
            <br />
          </>
        )}
        <a className="govuk-link" href="/lessons">
          Lessons from all bids
        </a>
      </p>
    </section>
  );
}

function Rank({ ranked, rankedOf, rankedOn }: Feedback) {
  return (
    <>
      {ranked}
      {rankedOf !== null && ` of ${rankedOf}`}
      {rankedOn !== null && (
        <>
          , <DateText date={rankedOn} />
        </>
      )}
    </>
  );
}
