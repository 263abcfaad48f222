import { describe, expect, test } from "vitest";
import { progressOf, progressWords, SECTION_NAMES, SECTIONS } from "./sections.ts";

describe("a section of a bid", () => {
  test("is not started until somebody saves it, then in progress, and completed when they say so", () => {
    expect(progressOf(undefined)).toBe("not_started");
    expect(progressOf({ isComplete: false, version: 0 })).toBe("not_started");
    expect(progressOf({ isComplete: false, version: 3 })).toBe("in_progress");
    expect(progressOf({ isComplete: true, version: 1 })).toBe("completed");
  });

  test("has an address of its own", () => {
    expect(new Set(SECTION_NAMES.map((name) => SECTIONS[name].path)).size).toBe(SECTION_NAMES.length);
  });
});

test("the completed sections are counted, the main details among them", () => {
  const states = { costs: { isComplete: true, version: 2 }, risks: { isComplete: false, version: 1 } };
  expect(progressWords(states, false)).toBe("You have completed 1 of 10 sections.");
  expect(progressWords(states, true)).toBe("You have completed 2 of 10 sections.");
});
