import { expect, test } from "vitest";
import { RESULTS_BEGIN, RESULTS_END, withResults } from "./results-table.ts";

const fuzz = { harness: "Fuzz", at: "2026-11-21T10:00:00.000Z", figures: { requests: 60_000, found: 0 } };
const document = (rows: string) => `# Trust\n${RESULTS_BEGIN}\n\n${rows}\n\n${RESULTS_END}\nThe end\n`;

test("the results of a run take the place of those before, and others stay", () => {
  const old = "| Access matrix | found 0 | 2026-11-20 | A |\n| Fuzz | found 1 | 2026-11-20 | A |";
  const written = withResults(document(old), [fuzz], "2 cores");
  expect(written).toContain("| Access matrix | found 0 | 2026-11-20 | A |");
  expect(written).toContain("| Fuzz | requests 60,000, found 0 | 2026-11-21 | 2 cores |");
  expect(written).not.toContain("found 1");
  expect(written).toMatch(/^# Trust\n[\s\S]*\nThe end\n$/);
  expect(withResults(written, [fuzz], "2 cores")).toBe(written);
  expect(() => withResults("# Trust", [fuzz], "2 cores")).toThrow("no place for results");
});
