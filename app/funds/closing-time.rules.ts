import { precisionOf } from "#app/core/calendar-date.ts";
import { fail, type Result, succeed } from "#app/core/result.ts";

type ParsedTime = { ok: true; time: string } | { ok: false; message: string };

const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/;

/**
 * Reads a closing time as people write it: "5pm", "5.30 pm", "17:00", "midday", "midnight".
 * Midnight is the last minute of the day that it stands beside (GOV.UK style: 11:59pm leaves no doubt which day).
 * @returns "17:00", or a message.
 */
export function parseClosingTime(typed: string): ParsedTime {
  const text = typed
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/([ap])\.?m\.?$/, "$1m");
  if (text === "midnight" || text === "24:00") return { ok: true, time: "23:59" };
  if (text === "midday" || text === "noon") return { ok: true, time: "12:00" };
  const match = CLOCK.exec(text);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  const half = match?.[3];
  if (
    !match ||
    (!half && match[2] === undefined) ||
    minute > 59 ||
    hour > 23 ||
    (half && (hour < 1 || hour > 12))
  ) {
    return { ok: false, message: "Closing time must be a time, like 5pm, 17:00, midday or midnight" };
  }
  const hour24 = half ? (hour % 12) + (half === "pm" ? 12 : 0) : hour;
  if (hour24 === 0 && minute === 0) {
    return { ok: false, message: "Closing time must say which midnight: use 11:59pm for the end of the day" };
  }
  return { ok: true, time: `${String(hour24).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}

/** Puts day and time together as they are kept: "2023-08-31T17:00", or the date alone where no time is given. */
export function closingAt(date: string | null, typedTime: string | null): Result<string | null> {
  if (typedTime === null) return succeed(date);
  if (date === null) return fail({ closesOn: "Closing date must be given where there is a closing time" });
  if (precisionOf(date) !== "day") {
    return fail({ closesOn: "Closing date must include a day where there is a closing time" });
  }
  const time = parseClosingTime(typedTime);
  return time.ok ? succeed(`${date}T${time.time}`) : fail({ closesTime: time.message });
}

/** The parts of a closing time for the fields that `closingAt` reads back. */
export function closingParts(closesAt: string | null): { date: string | null; time: string } {
  const [date = null, time = ""] = (closesAt ?? "").split("T");
  return { date: date === "" ? null : date, time };
}
