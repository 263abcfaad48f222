import { type IsoDay, isIsoDay } from "#app/core/calendar-date.ts";
import { type UnreadFilter, unreadIn } from "#app/ui/forms/unread-filters.ts";

/** Whose tasks a list shows: one's own, everybody's that are late, everybody's. */
export const WHOSE = ["mine", "late", "all"] as const;
export type Whose = (typeof WHOSE)[number];

export const WHOSE_NAMES: Record<Whose, string> = {
  mine: "Your tasks",
  late: "Late tasks",
  all: "All open tasks",
};

/** A task in a list over many records. */
export type OpenTask = {
  id: number;
  what: string;
  dueOn: IsoDay;
  assigneeId: number;
  assignee: string;
  /** The record's own page, and the record in words. */
  href: string;
  caption: string;
};

/** What of an address is left out because it makes no sense, or asks for nothing. */
export function unreadTasks(params: URLSearchParams): UnreadFilter[] {
  const { whose, after } = askedTasks(params);
  const understood = new URLSearchParams(tasksHref(whose, after).replace(/^[^?]*\??/, ""));
  // One's own are shown anyway: the list's own address does not name them.
  if (params.get("whose") === "mine") understood.set("whose", "mine");
  return unreadIn(params, understood);
}

/** The task after which a page of the list begins. */
export type TaskCursor = { dueOn: IsoDay; id: number };

/** What an address asks for; what it does not say, or says wrongly, is one's own from the first on. */
export function askedTasks(params: URLSearchParams): { whose: Whose; after: TaskCursor | null } {
  const whose = WHOSE.find((one) => one === params.get("whose")) ?? "mine";
  const [, dueOn = "", id = ""] = /^([\d-]{10})_([1-9]\d{0,14})$/.exec(params.get("after") ?? "") ?? [];
  return { whose, after: isIsoDay(dueOn) ? { dueOn, id: Number(id) } : null };
}

/** The address of a page of the list. */
export function tasksHref(whose: Whose, after: TaskCursor | null = null): string {
  const params = new URLSearchParams();
  if (whose !== "mine") params.set("whose", whose);
  if (after) params.set("after", `${after.dueOn}_${after.id}`);
  return params.size === 0 ? "/tasks" : `/tasks?${params}`;
}
