import { formatDate, formatLocalTime } from "#app/core/calendar-date.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { CHANNEL_WORDS, hasClosedBy, lateness, type Submission, sentBeforeSignedOff } from "./submission.ts";

export type SubmissionSummaryProps = {
  submission: Submission;
  /** UK local time. */
  now: string;
  /** Instant at which all had signed the bid; null where it was not signed off. */
  signedAt: string | null;
};

/** When, by whom and how a bid was sent; a late one says so, and one before its sign-off. */
export function SubmissionSummary({ submission, now, signedAt }: SubmissionSummaryProps) {
  const { submittedOn, submittedTime, sentBy, channel, funderReference, roundClosedAt } = submission;
  const late = lateness(submission, roundClosedAt);
  const unsigned = sentBeforeSignedOff(submittedOn, signedAt);
  const when =
    submittedTime === null ? formatDate(submittedOn) : formatLocalTime(`${submittedOn}T${submittedTime}`);
  return (
    <>
      {late && <InsetText>{late}</InsetText>}
      {unsigned && <InsetText>{unsigned}</InsetText>}
      <SummaryList
        rows={[
          { key: "Sent", value: when },
          { key: "Sent by", value: sentBy ?? <NotRecorded /> },
          { key: "Sent through", value: channel === null ? <NotRecorded /> : CHANNEL_WORDS[channel] },
          { key: "Funder’s reference", value: funderReference ?? <NotRecorded /> },
          roundClosedAt !== null && {
            key: hasClosedBy(roundClosedAt, now) ? "Round closed" : "Round closes",
            value: formatLocalTime(roundClosedAt),
          },
        ]}
      />
    </>
  );
}
