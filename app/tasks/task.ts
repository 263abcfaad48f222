import type { Colleague } from "#app/bids/index.ts";
import type { IsoDay } from "#app/core/calendar-date.ts";

/** The record that a task stands on: exactly one. */
export type TaskRecord = { bidId: number } | { awardId: number };

export type TaskOutcome = "done" | "not_needed";

export const OUTCOME_WORDS: Record<TaskOutcome, string> = { done: "Done", not_needed: "Not needed any more" };

/** A task as it is read. It is open while nothing became of it. */
export type Task = {
  id: number;
  what: string;
  assigneeId: number;
  assignee: string;
  dueOn: IsoDay;
  settled: { outcome: TaskOutcome; on: IsoDay; by: string | null; note: string | null } | null;
  version: number;
};

/** The tasks of a record: all open ones, the first due first; the settled ones, the newest first, in pages. */
export type TasksOfRecord = {
  open: Task[];
  settled: Task[];
  /** The number of the last settled one shown, where there are older ones. */
  next: number | null;
};

/**
 * Why nobody can be asked to do something by a day: it is more than a year gone. Null where they can; what is a little
 * late is recorded as late.
 */
export function refusalOfDue(dueOn: IsoDay, today: IsoDay): string | null {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return dueOn < yearAgo ? "The date must not be more than a year ago" : null;
}

/** What the pages of tasks know of the record on which these stand. */
export type TaskHolder = {
  record: TaskRecord;
  /** The record's own page; its tasks are below it. */
  href: string;
  /** The record in words, above the heading. */
  caption: string;
  /** Whether the actor writes the record: adds, changes and settles any task. */
  mayWrite: boolean;
  /** The actor, where it is a person. */
  personId: number | null;
  /** Who may be given a task: everybody with a role in one of the record's partnerships, by name. */
  people: Colleague[];
};

/** True where the actor may say what became of a task: whoever writes the record, and whose task it is. */
export function maySettle(
  { mayWrite, personId }: Pick<TaskHolder, "mayWrite" | "personId">,
  task: Pick<Task, "assigneeId">,
): boolean {
  return mayWrite || task.assigneeId === personId;
}
