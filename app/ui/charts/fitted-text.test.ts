import { expect, test } from "vitest";
import { fittedLines } from "./fitted-text.ts";

test("a text is broken between words, and what is more than its lines hold is cut", () => {
  expect(fittedLines("Youth outreach", 144, 13, 2)).toEqual(["Youth outreach"]);
  expect(fittedLines("A-000014 Youth outreach", 144, 13, 2)).toEqual(["A-000014 Youth", "outreach"]);
  const long = fittedLines("Detached Youth Work Collective of the whole county (invented)", 144, 13, 2);
  expect(long).toHaveLength(2);
  expect(long[0]).toBe("Detached Youth");
  expect(long[1]).toMatch(/^Work .*…$/);
});

test("no line is wider than there is room, of one long word neither, and nothing of a text that fits is lost", () => {
  const letters = "W".repeat(40);
  const lines = fittedLines(letters, 104, 13, 3);
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line.length * 13 * 1.02).toBeLessThanOrEqual(104);
  const text = "Grant from the Police and Crime Commissioner";
  expect(fittedLines(text, 400, 13, 2).join(" ")).toBe(text);
  expect(fittedLines("", 100, 13, 2)).toEqual([]);
});
