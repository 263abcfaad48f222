import type { PartialDate } from "#app/core/calendar-date.ts";

/** A return or a claim to submit, or a condition to meet. The due date of a condition is a partial date. */
export type DutyDue = {
  kind: "return" | "condition" | "claim";
  id: number;
  awardId: number;
  reference: string;
  title: string;
  /** "Return for the half-year to 30 September 2024", "Condition: CCTV plan", "Claim for the quarter to 30 June 2026". */
  what: string;
  dueOn: PartialDate;
};
