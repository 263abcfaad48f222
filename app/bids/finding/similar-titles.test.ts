import { describe, expect, it } from "vitest";
import { areSimilarTitles } from "./similar-titles.ts";

describe("two titles", () => {
  it.each([
    ["Doorbell cameras for people burgled twice", "Doorbell cameras for people burgled twice"],
    ["Doorbell cameras for people burgled twice", "doorbell camera for people who are burgled twice"],
    ["Town centre guardians", "Guardians of the town centre"],
    ["Taxi marshals at the station", "Taxi marshalls at the station"],
    ["ASB", "asb"],
  ])("are similar: %s, %s", (one, other) => {
    expect(areSimilarTitles(one, other)).toBe(true);
    expect(areSimilarTitles(other, one)).toBe(true);
  });

  it.each([
    ["Doorbell cameras for people burgled twice", "Street lighting in the parks"],
    ["Mentoring, phase 2", "Mentoring, phase 3"],
    ["Safer streets 2025", "Safer streets 2026"],
    ["Youth outreach in the parks", "Youth mentoring in the schools"],
    ["!", "Youth outreach"],
  ])("are not similar: %s, %s", (one, other) => {
    expect(areSimilarTitles(one, other)).toBe(false);
  });
});
