import { formatDate, formatLocalTime } from "#app/core/calendar-date.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { CHANNEL_WORDS, lateness, type Submission } from "./submission.ts";

/** When, by whom and how a bid was sent; a late one says so. */
export function SubmissionSummary({ submission }: { submission: Submission }) {
  const { submittedOn, submittedTime, sentBy, channel, funderReference, roundClosedAt } = submission;
  const late = lateness(submission, roundClosedAt);
  const when =
    submittedTime === null ? formatDate(submittedOn) : formatLocalTime(`${submittedOn}T${submittedTime}`);
  return (
    <>
      {late && <InsetText>{late}</InsetText>}
      <SummaryList
        rows={[
          { key: "Sent", value: when },
          { key: "Sent by", value: sentBy ?? <NotRecorded /> },
          { key: "Sent through", value: channel === null ? <NotRecorded /> : CHANNEL_WORDS[channel] },
          { key: "Funder’s reference", value: funderReference ?? <NotRecorded /> },
          roundClosedAt !== null && { key: "Round closed", value: formatLocalTime(roundClosedAt) },
        ]}
      />
    </>
  );
}
