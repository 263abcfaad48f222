import { describeDeadline } from "#app/core/working-days.ts";

type BidDeadlineTextProps = {
  deadline: { kind: "submit" | "decision"; at: string } | null;
  /** UK local time. */
  now: string;
};

/** What is due next on a bid, with the working days left, "overdue by 2 working days" once it has passed. */
export function BidDeadlineText({ deadline, now }: BidDeadlineTextProps) {
  if (deadline === null) return null;
  return (
    <p className="govuk-body">
      {deadline.kind === "submit" ? "Submit by" : "Decision expected"}:{" "}
      <strong>{describeDeadline(deadline.at, now)}</strong>
    </p>
  );
}
