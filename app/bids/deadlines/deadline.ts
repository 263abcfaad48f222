import { lastDayOf } from "#app/core/calendar-date.ts";
import type { Clarification } from "../clarifications/clarification.ts";

/**
 * What a bid has to be done or to hear by: an expression of interest, or its round closes, before it is submitted; a question
 * of the funder is to be answered, or its decision is expected, after.
 */
export type Deadline = {
  bidId: number;
  reference: string;
  title: string;
  kind: "interest_due" | "round_closes" | "answer_due" | "decision_expected";
  /** UK local time, 2023-08-31T17:00, or a date as precise as it is known. */
  at: string;
};

/** A deadline as the page of its own bid says it. */
export type OwnDeadline = { kind: "interest" | "submit" | "answer" | "decision"; at: string };

/** By when the first question of the funder that is open is to be answered; none where none has a day. */
export function answerDue(
  clarifications: readonly Pick<Clarification, "dueOn" | "answeredOn">[],
): OwnDeadline[] {
  const [first] = clarifications
    .flatMap(({ dueOn, answeredOn }) => (answeredOn === null ? (dueOn ?? []) : []))
    .sort();
  return first === undefined ? [] : [{ kind: "answer", at: first }];
}

/** What comes first stands first: a date known only to its month counts to the end of it, a day without a time to its. */
export function byDeadline(a: Deadline, b: Deadline): number {
  return endOf(a.at).localeCompare(endOf(b.at)) || a.bidId - b.bidId || a.kind.localeCompare(b.kind);
}

function endOf(at: string): string {
  return at.includes("T") ? at : `${lastDayOf(at)}T24:00`;
}
