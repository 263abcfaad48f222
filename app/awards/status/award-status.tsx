import { Tag, type TagColour } from "#app/ui/govuk/tag.tsx";
import type { AskedStatus, AwardStatus, Standing } from "./award-status.rules.ts";

export const AWARD_STATUS_TAGS: Record<AwardStatus, { name: string; colour: TagColour }> = {
  offered: { name: "Offered", colour: "teal" },
  agreement_pending: { name: "Agreement pending", colour: "purple" },
  active: { name: "Active", colour: "green" },
  on_hold: { name: "On hold", colour: "orange" },
  report_due_soon: { name: "Report due soon", colour: "yellow" },
  overdue: { name: "Overdue", colour: "red" },
  repayment_due: { name: "Repayment due", colour: "red" },
  completed: { name: "Completed", colour: "grey" },
  closed: { name: "Closed", colour: "grey" },
};

/** A status, or all that is late, as a filter calls it. */
export function askedStatusName(status: AskedStatus): string {
  return status === "late"
    ? "Late: overdue or repayment due, on hold or not"
    : AWARD_STATUS_TAGS[status].name;
}

/** The status of an award as a tag. */
export function AwardStatusTag({ status }: Pick<Standing, "status">) {
  const { name, colour } = AWARD_STATUS_TAGS[status];
  return <Tag colour={colour}>{name}</Tag>;
}

/** The status of an award, explained in words beside it. */
export function AwardStanding({ standing }: { standing: Standing | null }) {
  if (standing === null) return null;
  return (
    <p className="govuk-body">
      <AwardStatusTag status={standing.status} /> {standing.why}
    </p>
  );
}
