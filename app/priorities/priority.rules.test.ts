import { describe, expect, it } from "vitest";
import { themeOfPriority } from "./priority.rules.ts";

describe("the theme of money from its priority area", () => {
  it("is the theme of the priority where it has exactly one", () => {
    expect(themeOfPriority([7])).toBe(7);
  });

  it("is not yet apportioned where the priority has several themes or none", () => {
    expect(themeOfPriority([7, 9])).toBeNull();
    expect(themeOfPriority([])).toBeNull();
  });
});
