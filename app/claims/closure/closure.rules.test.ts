import { expect, it } from "vitest";
import { type ClosureFacts, closureChecklist, evidenceUntil } from "./closure.rules.ts";

const SETTLED: ClosureFacts = {
  plannedReturns: 1,
  unclaimed: [],
  openReturns: 0,
  openConditions: 0,
  openClaims: 0,
  heldPence: 10_000,
  spentPence: 10_000,
  overclaimedPence: 0,
};
const missing = (parts: Partial<ClosureFacts>) =>
  closureChecklist({ ...SETTLED, ...parts })
    .filter(({ isDone }) => !isDone)
    .map((item) => item.missing);

it.each([
  [{}, []],
  [{ openReturns: 1 }, ["1 return is still to be sent"]],
  [{ openConditions: 2 }, ["2 conditions are still open"]],
  [{ openClaims: 1 }, ["1 claim is still open"]],
  [{ spentPence: null }, ["No spend is recorded"]],
  [{ spentPence: null, heldPence: 0 }, []],
  [{ spentPence: 7_500 }, ["£25 is still to go back to the funder"]],
  [{ spentPence: 7_500, overclaimedPence: 3_000 }, ["£30 is still to go back to the funder"]],
  [{ spentPence: 12_000, overclaimedPence: null }, []],
] as const)("an award with %o is closed only when nothing of %o is missing", (parts, expected) => {
  expect(missing(parts)).toEqual(expected);
});

it("that no return was planned, and what of years to come is not claimed, is asked and holds nothing up", () => {
  const asked = (parts: Partial<ClosureFacts>) =>
    closureChecklist({ ...SETTLED, ...parts }).flatMap(({ isDone, ask }) => (isDone && ask ? [ask] : []));
  expect(asked({})).toEqual([]);
  expect(asked({ plannedReturns: 0 })).toEqual(["No return was planned: is none asked for?"]);
  const unclaimed = [
    { financialYear: 2026, pence: 500_000 },
    { financialYear: null, pence: 100 },
  ];
  expect(asked({ unclaimed })).toEqual([
    "£5,000 of 2026 to 2027 and £1 of no year yet is not claimed: is it given up?",
  ]);
});

it("evidence is kept for this financial year and six more", () => {
  expect(evidenceUntil("2026-11-21")).toBe("2033-03-31");
  expect(evidenceUntil("2027-03-31")).toBe("2033-03-31");
});
