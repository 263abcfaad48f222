import { expect, test } from "vitest";
import { standingOfTarget } from "./target.rules.ts";

const year = (value: number | null) => ({ value, period: "12 months to March 2026", months: 12 });
const TARGET = {
  unit: "incidents",
  better: "down" as "up" | "down" | null,
  targetValue: 350 as number | null,
  targetBy: "FY2025" as string | null,
  baseline: year(412),
  latest: year(371) as ReturnType<typeof year> | null,
  latestEnds: "2026-03-31" as string | null,
};

test("a target is met or missed once a reading reaches its day", () => {
  expect(standingOfTarget(TARGET)).toEqual({ standing: "missed", text: "371 against 350" });
  expect(standingOfTarget({ ...TARGET, latest: year(350) })?.standing).toBe("met");
  expect(standingOfTarget({ ...TARGET, better: "up" })?.standing).toBe("met");
  expect(standingOfTarget({ ...TARGET, better: "up", latest: year(349) })?.standing).toBe("missed");
});

test("before its day it is not yet known, met so far or not", () => {
  const early = { ...TARGET, targetBy: "2027-03" };
  expect(standingOfTarget(early)).toEqual({
    standing: "not-yet-known",
    text: "371 against 350 so far; no reading yet for March 2027",
  });
  expect(standingOfTarget({ ...early, latest: year(1) })?.standing).toBe("not-yet-known");
  expect(standingOfTarget({ ...TARGET, targetBy: null })?.standing).toBe("not-yet-known");
  expect(standingOfTarget({ ...TARGET, targetBy: null, latest: year(1) })?.standing).toBe("met");
});

test("what cannot be said is not guessed", () => {
  for (const part of [
    { better: null },
    { latest: null },
    { latest: year(null) },
    { latestEnds: null },
    { latest: { value: 100, period: "6 months to March 2026", months: 6 } },
  ]) {
    expect(standingOfTarget({ ...TARGET, ...part })?.standing).toBe("not-yet-known");
  }
  expect(standingOfTarget({ ...TARGET, targetValue: null })).toBeNull();
});

test("counts of periods whose length is not recorded meet and miss nothing, also where neither is", () => {
  const unknown = (value: number) => ({ value, period: "previous year", months: null });
  const text = (parts: object) => standingOfTarget({ ...TARGET, ...parts });
  const latest = "the length of the latest reading’s period is not recorded";
  expect(text({ latest: unknown(100) })).toEqual({ standing: "not-yet-known", text: latest });
  expect(text({ baseline: unknown(412), latest: unknown(100) })?.text).toBe(latest);
  expect(text({ baseline: unknown(412) })).toEqual({
    standing: "not-yet-known",
    text: "the length of the baseline’s period is not recorded",
  });
  expect(text({ unit: "people", latest: unknown(100) })?.standing).toBe("met");
});
