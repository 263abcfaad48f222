import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Deadline } from "./deadline.ts";
import { calendarFile, instantOfUkTime } from "./ics.ts";

const publicUrl = "https://funding.example.gov.uk";
const file = (...deadlines: Deadline[]) =>
  calendarFile({ name: "Deadlines", publicUrl, now: "2026-11-21T09:32:00.000Z", deadlines });

function events(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

const closes: Deadline = {
  key: "round-5-closes",
  at: "2026-12-01T17:00",
  title: "Round closes: Nights, lights; streets \\ “safer”\nfor all 🌙".repeat(4),
  path: "/rounds/5",
};

describe("a calendar file", () => {
  it("reads back as it was meant, whatever its titles hold", () => {
    const [event] = events(file(closes));
    expect(event?.summary).toBe(closes.title);
    expect(event?.uid).toBe("round-5-closes@funding.example.gov.uk");
    expect(event?.startDate.toJSDate().toISOString()).toBe("2026-12-01T17:00:00.000Z");
    expect(event?.component.getFirstPropertyValue("url")).toBe(`${publicUrl}/rounds/5`);
  });

  it("keeps a day as the whole day", () => {
    const [event] = events(file({ ...closes, at: "2027-03-31" }));
    expect([event?.startDate.isDate, event?.startDate.toString()]).toEqual([true, "2027-03-31"]);
    expect(event?.endDate.toString()).toBe("2027-04-01");
  });

  it("has lines of at most 75 bytes, ended as the standard asks", () => {
    const lines = file(closes).split("\r\n");
    expect(lines.at(-1)).toBe("");
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(file(closes).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("is one where nothing is due", () => {
    expect(events(file())).toEqual([]);
  });
});

describe("UK time", () => {
  it.each([
    ["2026-12-01T17:00", "2026-12-01T17:00:00.000Z"],
    ["2026-07-01T17:00", "2026-07-01T16:00:00.000Z"],
    ["2026-07-01T00:30", "2026-06-30T23:30:00.000Z"],
    ["2026-10-25T01:30", "2026-10-25T00:30:00.000Z"],
    ["2026-03-29T01:30", "2026-03-29T01:30:00.000Z"],
  ])("%s is %s", (local, instant) => {
    expect(instantOfUkTime(local)).toBe(instant);
  });
});
