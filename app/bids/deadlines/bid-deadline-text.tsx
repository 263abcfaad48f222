import { formatDate, lastDayOf } from "#app/core/calendar-date.ts";
import { describeDeadline } from "#app/core/working-days.ts";
import type { OwnDeadline } from "./deadline.ts";

const KINDS: Record<OwnDeadline["kind"], string> = {
  interest: "Expression of interest due",
  submit: "Submit by",
  answer: "Answer the funder’s question by",
  decision: "Decision expected",
};

type BidDeadlinesTextProps = {
  deadlines: readonly OwnDeadline[];
  /** UK local time. */
  now: string;
};

/** What is due next on a bid, with the working days left, "overdue by 2 working days" once it has passed. */
export function BidDeadlinesText({ deadlines, now }: BidDeadlinesTextProps) {
  return deadlines.map(({ kind, at }) => (
    <p className="govuk-body" key={kind}>
      {kind === "interest" && lastDayOf(at) < now.slice(0, 10) ? (
        // Whether it was sent is not recorded, so it is not said to be overdue.
        `An expression of interest was due by ${formatDate(at)}`
      ) : (
        <>
          {KINDS[kind]}: <strong>{describeDeadline(at, now)}</strong>
        </>
      )}
    </p>
  ));
}
