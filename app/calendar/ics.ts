import type { Deadline } from "./deadline.ts";

type Calendar = {
  name: string;
  /** Where the service stands, without a slash at the end. */
  publicUrl: string;
  /** The instant at which it is written, ISO UTC. */
  now: string;
  deadlines: readonly Deadline[];
};

/** A line of the file is at most so many bytes, the break not counted (RFC 5545, 3.1). */
const LINE_BYTES = 75;

/** The deadlines as a calendar file (RFC 5545): a time of day is one moment in UTC, a day is the whole day. */
export function calendarFile({ name, publicUrl, now, deadlines }: Calendar): string {
  const host = new URL(publicUrl).host;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Community safety funding//Deadlines//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...deadlines.flatMap((deadline) => [
      "BEGIN:VEVENT",
      `UID:${deadline.key}@${host}`,
      `DTSTAMP:${compact(now)}`,
      startOf(deadline.at),
      `SUMMARY:${escaped(deadline.title)}`,
      `URL:${publicUrl}${deadline.path}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function startOf(at: string): string {
  if (!at.includes("T")) return `DTSTART;VALUE=DATE:${at.replaceAll("-", "")}`;
  return `DTSTART:${compact(instantOfUkTime(at))}`;
}

/** "2026-12-01T17:00:00.000Z" as "20261201T170000Z". */
function compact(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, "")}Z`;
}

const ukHour = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  hourCycle: "h23",
});

/**
 * The instant (ISO, UTC) of UK local time to the minute. Of the hour that comes twice in autumn it is the first, as for
 * whoever must be in time; the hour that spring leaves out is read on winter time.
 */
export function instantOfUkTime(local: string): string {
  const winter = new Date(`${local}:00.000Z`);
  const summer = new Date(winter.getTime() - 3_600_000);
  return (ukHour.format(summer) === local.slice(11, 13) ? summer : winter).toISOString();
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A long line goes on after a break and a space; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    // A part that goes on begins with the space.
    if (bytes + size > LINE_BYTES - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      part = "";
      bytes = 0;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}
