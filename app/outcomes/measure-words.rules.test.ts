import { expect, test } from "vitest";
import { describeChange } from "./change.rules.ts";
import type { Reading } from "./measure.ts";
import { foundWords } from "./measure-words.rules.ts";

const NO_DATES = { periodStated: null, periodFrom: null, periodTo: null };

function reading(value: number | null): Reading {
  const facts = { id: 1, kind: "reading", period: "2019/20", months: 12, isDerived: false } as const;
  return { ...facts, ...NO_DATES, value, note: null };
}

function found(baseline: number | null, latest: Reading | null): string {
  const before = baseline === null ? null : { ...reading(baseline), period: "2018/19" };
  const question = { unit: "families", better: null, statedChange: null, statedPercent: null };
  return foundWords({ latest, change: describeChange({ ...question, baseline: before, reading: latest }) });
}

test("where a change is computed that is what was found", () => {
  expect(found(50, reading(61))).toBe("50 to 61, up 11 (+22.0%)");
});

test("without a baseline it is what was counted last, and why no change is known", () => {
  expect(found(null, reading(61))).toBe("61 (2019/20). No baseline recorded");
});

test("without any value it is why nothing is known", () => {
  expect(found(null, reading(null))).toBe("No baseline recorded");
  expect(found(50, null)).toBe("No reading recorded");
  expect(found(null, null)).toBe("No baseline and no reading recorded");
});
