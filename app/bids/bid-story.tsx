import type { BidStory as Story } from "./bid-story.server.ts";
import { ClarificationsPanel } from "./clarifications/clarifications-panel.tsx";
import { FeedbackPanel } from "./feedback/feedback-panel.tsx";
import { ResubmissionLinks } from "./resubmission/resubmission-links.tsx";
import { SubmissionPanel } from "./submission/submission-panel.tsx";
import { UmbrellaItems } from "./umbrella/umbrella-items.tsx";

type BidStoryProps = {
  bid: { id: number; requestedPence: number | null };
  story: Story;
  /** UK local time. */
  now: string;
  /** Instant at which all had signed the bid; null where it was not signed off. */
  signedAt: string | null;
};

/** What happened to a bid from its submission on: how it was sent, what the funder asked and said, what followed. */
export function BidStory({ bid, story, now, signedAt }: BidStoryProps) {
  const { isSubmitted, mayWrite, items, umbrella } = story;
  return (
    <>
      {umbrella && (
        <p className="govuk-body">
          Part of:{" "}
          <a className="govuk-link" href={`/bids/${umbrella.id}`}>
            {umbrella.reference} {umbrella.title}
          </a>
        </p>
      )}
      {items.length > 0 && <UmbrellaItems items={items} requestedPence={bid.requestedPence} />}
      <SubmissionPanel
        bidId={bid.id}
        submissions={story.submissions}
        isSubmitted={isSubmitted}
        now={now}
        signedAt={signedAt}
      />
      <ClarificationsPanel
        bidId={bid.id}
        clarifications={story.clarifications}
        mayAnswer={mayWrite}
        today={story.today}
      />
      <FeedbackPanel bidId={bid.id} feedback={story.feedback} mayRecord={mayWrite && isSubmitted} />
      <ResubmissionLinks
        bidId={bid.id}
        earlier={story.earlier}
        later={story.later}
        mayResubmit={story.mayResubmit}
      />
      {mayWrite && isSubmitted && umbrella === null && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/bids/${bid.id}/items`}>
            Itemise it: this record stands for several bids
          </a>
        </p>
      )}
    </>
  );
}
