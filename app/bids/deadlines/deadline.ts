import { lastDayOf } from "#app/core/calendar-date.ts";

/** What a bid has to be done or to hear by: its round closes before it is submitted, or its decision is expected. */
export type Deadline = {
  bidId: number;
  reference: string;
  title: string;
  kind: "round_closes" | "decision_expected";
  /** UK local time, 2023-08-31T17:00, or a date as precise as it is known. */
  at: string;
};

/** What comes first stands first: a date known only to its month counts to the end of it, a day without a time to its. */
export function byDeadline(a: Deadline, b: Deadline): number {
  return endOf(a.at).localeCompare(endOf(b.at)) || a.bidId - b.bidId || a.kind.localeCompare(b.kind);
}

function endOf(at: string): string {
  return at.includes("T") ? at : `${lastDayOf(at)}T24:00`;
}
