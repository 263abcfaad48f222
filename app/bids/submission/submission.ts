import {
  daysBetween,
  formatDate,
  lastDayOf,
  type PartialDate,
  precisionOf,
  ukDayOf,
} from "#app/core/calendar-date.ts";

export const CHANNELS = ["portal", "email", "post"] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_WORDS: Record<Channel, string> = {
  portal: "The funder’s portal",
  email: "Email",
  post: "Post",
};

/** How a bid was sent, as its pages show it. */
export type Submission = {
  id: number;
  submittedOn: string;
  /** UK local time, 17:00. */
  submittedTime: string | null;
  sentBy: string | null;
  channel: Channel | null;
  funderReference: string | null;
  roundClosedAt: string | null;
  recordedAt: string;
  recordedByName: string | null;
  correctionReason: string | null;
  hasSnapshot: boolean;
};

/**
 * "Submitted 2 hours after the round closed"; null where it was in time, or where nobody can tell.
 * @param closedAt UK local time, 2023-08-31T17:00, or a day: then the whole of that day was in time.
 */
export function lateness(
  { submittedOn, submittedTime }: Pick<Submission, "submittedOn" | "submittedTime">,
  closedAt: string | null,
): string | null {
  const [closingDay = "", closingTime] = (closedAt ?? "").split("T");
  if (precisionOf(submittedOn) !== "day" || precisionOf(lastDayOf(closingDay)) !== "day") return null;
  const days = daysBetween(lastDayOf(closingDay), submittedOn);
  if (days < 0 || (days === 0 && (!closingTime || submittedTime === null))) return null;
  if (closingTime === undefined || submittedTime === null) return late(days, "day");
  const minutes = minutesOf(submittedTime) - minutesOf(closingTime) + days * 24 * 60;
  if (minutes <= 0) return null;
  if (minutes < 60) return late(minutes, "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? late(hours, "hour") : late(Math.floor(hours / 24), "day");
}

/** True where a round had closed by a moment: at the minute of its closing time, or after its day. Both UK local time. */
export function hasClosedBy(closedAt: string, now: string): boolean {
  return closedAt === now || closedAt < now.slice(0, closedAt.length);
}

/**
 * Why a bid cannot have been sent at this time of a day that is not to come: the time has not come yet. Null where it can.
 * @param now UK local time.
 */
export function refusalOfTime(day: PartialDate, time: string | null | undefined, now: string): string | null {
  const [today, clock = ""] = now.split("T");
  return time && day === today && time > clock
    ? "The time it was submitted must not be later than now"
    : null;
}

/**
 * "Submitted 3 August 2024, before it was signed off on 6 August 2024"; null where it was not, or where nobody can tell.
 * @param signedAt instant at which the last of those who sign had signed, ISO UTC; null where nobody signs.
 */
export function sentBeforeSignedOff(submittedOn: PartialDate, signedAt: string | null): string | null {
  if (signedAt === null || lastDayOf(submittedOn) >= ukDayOf(signedAt)) return null;
  const signed = formatDate(ukDayOf(signedAt));
  return `Submitted ${formatDate(submittedOn)}, before it was signed off on ${signed}`;
}

function late(count: number, unit: string): string {
  return `Submitted ${count} ${unit}${count === 1 ? "" : "s"} after the round closed`;
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

/** Reads "17:00", "5pm" or "5.30 pm" as 17:00; null for what is no time. */
export function parseTime(typed: string): string | null {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (!found) return typed.trim().toLowerCase() === "midday" ? "12:00" : null;
  const [, digits = "", minutes, half] = found;
  if (minutes === undefined && half === undefined) return null;
  let hour = Number(digits);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  if (hour > 23 || Number(minutes ?? 0) > 59) return null;
  return `${String(hour).padStart(2, "0")}:${minutes ?? "00"}`;
}
