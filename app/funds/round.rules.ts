import {
  daysBetween,
  firstDayOf,
  formatDate,
  formatLocalTime,
  lastDayOf,
  precisionOf,
} from "#app/core/calendar-date.ts";
import type { Round } from "./funds.ts";

/** A round that closes within so many days is closing soon. */
export const CLOSING_SOON_DAYS = 28;

export type RoundState =
  | { kind: "not_yet_open" }
  | { kind: "open"; closesInDays: number | null }
  | { kind: "closing_soon"; closesInDays: number }
  | { kind: "closed" }
  | { kind: "withdrawn" }
  | { kind: "unknown" };

type Dates = Pick<Round, "opensOn" | "closesAt" | "deliveryTo" | "decisionExpected"> &
  Partial<Pick<Round, "withdrawnOn">>;

/**
 * Where a round stands at a moment.
 * A date known only to its month counts to the end of that month. A round whose closing date is not recorded is
 * closed once its decision or its delivery is past; before that nobody can say. One that its funder withdrew is neither
 * open nor closed, whatever its dates say.
 * @param now UK local time to the minute, "2026-11-21T09:32".
 */
export function roundState(round: Dates, now: string): RoundState {
  const today = now.slice(0, 10);
  if (round.withdrawnOn != null) return { kind: "withdrawn" };
  if (round.opensOn !== null && firstDayOf(round.opensOn) > today) return { kind: "not_yet_open" };
  if (round.closesAt !== null) {
    if (isPast(round.closesAt, now)) return { kind: "closed" };
    const closesInDays = daysBetween(today, lastDayOf(dayOf(round.closesAt)));
    return { kind: closesInDays <= CLOSING_SOON_DAYS ? "closing_soon" : "open", closesInDays };
  }
  const over = [round.decisionExpected, round.deliveryTo].some((date) => date !== null && isPast(date, now));
  return { kind: over ? "closed" : "unknown" };
}

function isPast(at: string, now: string): boolean {
  return at.includes("T") ? now >= at : now.slice(0, 10) > lastDayOf(at);
}

function dayOf(at: string): string {
  return at.split("T")[0] ?? at;
}

/** Names of the states, as tags say them. */
export const ROUND_STATE_NAMES: Record<RoundState["kind"], string> = {
  closing_soon: "Closing soon",
  open: "Open",
  not_yet_open: "Not yet open",
  unknown: "Dates not known",
  closed: "Closed",
  withdrawn: "Withdrawn",
};

/** "Closes today at 5pm", "Closes in 12 days", "Closes in May 2022", "Opens 1 December 2026", "Closed 3 May 2024", "Withdrawn by the funder, 3 May 2024". */
export function describeRoundState(round: Dates, now: string): string {
  const state = roundState(round, now);
  if (state.kind === "withdrawn") return `Withdrawn by the funder, ${formatDate(round.withdrawnOn ?? "")}`;
  if (state.kind === "not_yet_open") return `Opens ${formatDate(round.opensOn ?? "")}`;
  if (state.kind === "unknown") return "Closing date not recorded";
  if (state.kind === "closed")
    return round.closesAt ? `Closed ${formatClosing(round.closesAt)}` : "Closed; the day is not recorded";
  const closesAt = round.closesAt ?? "";
  if (precisionOf(dayOf(closesAt)) !== "day") return `Closes in ${formatDate(closesAt)}`;
  const time = closesAt.includes("T") ? ` at ${formatLocalTime(closesAt).split(" at ")[1]}` : "";
  if (state.closesInDays === 0) return `Closes today${time}`;
  return state.closesInDays === 1 ? `Closes tomorrow${time}` : `Closes in ${state.closesInDays} days`;
}

/** "31 August 2023 at 5pm", "31 August 2023", "May 2022". */
export function formatClosing(closesAt: string): string {
  return formatLocalTime(closesAt);
}

/** The order in which the list of rounds shows its groups. */
const GROUPS = ["closing_soon", "open", "not_yet_open", "unknown", "closed", "withdrawn"] as const;

/** What the groups are called. */
export const ROUND_GROUP_NAMES: Record<RoundState["kind"], string> = {
  closing_soon: "Closing soon",
  open: "Open now",
  not_yet_open: "Later",
  unknown: "Closing date not recorded",
  closed: "Closed",
  withdrawn: "Withdrawn by the funder",
};

export type RoundGroup<R> = { kind: RoundState["kind"]; rounds: R[] };

/** Rounds by state: what closes first stands first, what closed last stands first among the closed. Empty groups are left out. */
export function groupRounds<R extends Dates>(rounds: readonly R[], now: string): RoundGroup<R>[] {
  const byClosing = [...rounds].sort((a, b) => (a.closesAt ?? "9999").localeCompare(b.closesAt ?? "9999"));
  return GROUPS.map((kind) => {
    const inGroup = byClosing.filter((round) => roundState(round, now).kind === kind);
    return { kind, rounds: kind === "closed" ? inGroup.reverse() : inGroup };
  }).filter((group) => group.rounds.length > 0);
}

const ukClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** UK local time to the minute ("2026-11-21T09:32") at an instant (ISO, UTC), to compare with closing times. */
export function ukLocalTime(instant: string): string {
  const part = Object.fromEntries(
    ukClock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}
