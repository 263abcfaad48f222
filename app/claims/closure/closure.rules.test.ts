import { expect, it } from "vitest";
import { type ClosureFacts, closureChecklist, evidenceUntil } from "./closure.rules.ts";

const NOTHING = { pence: 0, years: [], notYetKnown: [] };
const SETTLED: ClosureFacts = {
  plannedReturns: 1,
  unclaimed: [],
  openReturns: 0,
  openConditions: 0,
  openClaims: 0,
  hasDraft: false,
  due: NOTHING,
  unpaidGrants: [],
};
const missing = (parts: Partial<ClosureFacts>) =>
  closureChecklist({ ...SETTLED, ...parts })
    .filter(({ isDone }) => !isDone)
    .map((item) => item.missing);

const CASES: [Partial<ClosureFacts>, string[]][] = [
  [{}, []],
  [{ openReturns: 1 }, ["1 return is still to be sent"]],
  [{ openConditions: 2 }, ["2 conditions are still open"]],
  [{ openClaims: 1 }, ["1 claim is still open"]],
  [{ hasDraft: true }, ["The next version is a draft: it is to be sealed or discarded"]],
  [
    { due: { ...NOTHING, notYetKnown: [{ financialYear: 2024, pence: 100, recordedTo: null }] } },
    ["No spend is recorded of 2024 to 2025"],
  ],
  [
    {
      due: { ...NOTHING, pence: 2_500, years: [{ financialYear: 2023, pence: 2_500, unspentPence: 2_500 }] },
    },
    ["£25 of 2023 to 2024 not spent in that year is still to go back to the funder"],
  ],
  [
    { due: { ...NOTHING, pence: 3_000, years: [{ financialYear: 2023, pence: 2_500, unspentPence: 0 }] } },
    ["£30 (£25 of 2023 to 2024, £5 of no known year) is still to go back to the funder"],
  ],
];

it.each(CASES)("an award with %o is closed only when nothing of %o is missing", (parts, expected) => {
  expect(missing(parts)).toEqual(expected);
});

it("that no return was planned, and what is not claimed of years to come or not paid on, is asked and holds nothing up", () => {
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
  expect(asked({ unpaidGrants: [{ recipient: "Aspen Youth", pence: 40_000 }] })).toEqual([
    "£400 for Aspen Youth is not paid: will it be?",
  ]);
});

it("evidence is kept for this financial year and six more", () => {
  expect(evidenceUntil("2026-11-21")).toBe("2033-03-31");
  expect(evidenceUntil("2027-03-31")).toBe("2033-03-31");
});
