import { describe, expect, it } from "vitest";
import {
  entriesOf,
  linesToSpend,
  moneyByLine,
  moneyByYear,
  refusalOfPeriod,
  spendFigures,
  spendFlags,
  unspentWords,
} from "./spend.rules.ts";
import type { MoneyPart, SpendRow } from "./spend.ts";

const TODAY = "2025-06-10";
const part = (financialYear: number | null, pence: number, more: Partial<MoneyPart> = {}): MoneyPart => ({
  financialYear,
  stream: "revenue",
  project: null,
  pence,
  ...more,
});

function moneyOf(
  awarded: MoneyPart[],
  claimed: MoneyPart[],
  spent: MoneyPart[],
  receivedPence = 0,
  repaidPence = 0,
) {
  const lines = moneyByLine(awarded, claimed, spent);
  const years = moneyByYear(lines, TODAY);
  const awardedPence = awarded.reduce((sum, { pence }) => sum + pence, 0);
  return {
    lines,
    years,
    figures: spendFigures(years, { awardedPence, overclaimedPence: 0, receivedPence, repaidPence }),
  };
}

describe("an entry of spend", () => {
  const row = (parts: Partial<SpendRow>): SpendRow => ({
    id: 1,
    number: 1,
    periodFrom: "2025-04-01",
    periodTo: "2025-04-30",
    financialYear: 2025,
    stream: null,
    project: null,
    amountPence: 500,
    evidence: "Ledger",
    correctsId: null,
    reason: null,
    recordedBy: null,
    recordedAt: "2025-05-01T09:00:00.000Z",
    ...parts,
  });

  it("comes to what its corrections make of it", () => {
    const rows = [
      row({}),
      row({ id: 2, amountPence: 70 }),
      row({ id: 3, amountPence: -200, correctsId: 1 }),
      row({ id: 4, amountPence: 10, correctsId: 1 }),
    ];
    expect(entriesOf(rows).map(({ id, currentPence }) => [id, currentPence])).toEqual([
      [1, 310],
      [2, 70],
    ]);
  });

  it.each([
    ["2025-04-01", "2025-06-10", null],
    ["2025-04-01", "2025-06-11", "The last day must be today or in the past: what is spent is over"],
    [
      "2025-03-01",
      "2025-04-30",
      "The period must end by 31 March 2025: record each financial year on its own",
    ],
  ])("for %s to %s is refused where it must be", (from, to, refusal) => {
    expect(refusalOfPeriod(from, to, TODAY)).toBe(refusal);
  });
});

describe("the money of an award", () => {
  it("stands line by line, with what was spent where the award has no line", () => {
    const project = { id: 7, name: "Guardians" };
    const { lines, years } = moneyOf(
      [part(2024, 100), part(2025, 50)],
      [part(2024, 60)],
      [part(2024, 70), part(2025, 5, { project })],
    );
    expect(
      lines.map((line) => [line.financialYear, line.project?.id, line.awardedPence, line.spentPence]),
    ).toEqual([
      [2024, undefined, 100, 70],
      [2025, 7, null, 5],
      [2025, undefined, 50, null],
    ]);
    expect(years.map(({ underspentPence }) => underspentPence)).toEqual([30, null]);
    expect(spendFlags(lines, years)).toEqual([
      "Something was spent for which the award has no line of that year, stream and project",
    ]);
  });

  it("takes what names no stream or project for any line of its year, and of no other", () => {
    const line = part(2024, 1_500, { project: { id: 3, name: "Youth outreach" } });
    const paid = (year: number) => moneyOf([line], [], [part(year, 555, { stream: null })]);
    expect(spendFlags(paid(2024).lines, paid(2024).years)).toEqual([]);
    expect(spendFlags(paid(2025).lines, paid(2025).years)).toHaveLength(1);
  });

  it("says what is left to spend, to claim and underspent, each a figure of its own", () => {
    const { figures } = moneyOf(
      [part(2024, 100), part(2025, 50)],
      [part(2024, 60)],
      [part(2024, 70), part(2025, 5)],
      60,
    );
    expect(figures).toEqual({
      awardedPence: 150,
      claimedPence: 60,
      receivedPence: 60,
      repaidPence: 0,
      overclaimedPence: 0,
      spentPence: 75,
      unclaimedPence: 15,
      leftPence: 75,
      overspentPence: 0,
      underspentPence: 30,
    });
  });

  it("of which no spend is recorded is not underspent: nobody knows", () => {
    const { figures } = moneyOf([part(2024, 100)], [part(2024, 100)], [], 100);
    expect(figures).toMatchObject({
      spentPence: null,
      underspentPence: 0,
      leftPence: null,
    });
  });

  it("may be overspent, which is flagged and not hidden", () => {
    const { lines, years, figures } = moneyOf([part(2025, 50)], [], [part(2025, 70)]);
    expect(figures).toMatchObject({ overspentPence: 20, leftPence: 0 });
    expect(spendFlags(lines, years)).toEqual(["More was spent than the award gives in 2025 to 2026"]);
  });

  it("starts the form with the streams and projects of the award, each once", () => {
    const { lines } = moneyOf([part(2024, 1), part(2025, 2)], [part(2025, 1, { stream: "capital" })], []);
    expect(linesToSpend(lines)).toEqual([{ stream: "revenue", projectId: "" }]);
    expect(linesToSpend([])).toEqual([{}]);
  });
});

it("what came and was not spent is said by year, and what goes back in all beside what was claimed too much", () => {
  const due = {
    pence: 5_000,
    years: [
      { financialYear: 2023, pence: 4_000, unspentPence: 4_000 },
      { financialYear: 2024, pence: 1_000, unspentPence: 0 },
    ],
    notYetKnown: [],
  };
  const words =
    "£40 came and was not spent in the year that it was for (£40 of 2023 to 2024): it goes back to the funder, unless the funder has approved that it is carried over.";
  expect(unspentWords(due, 0)).toBe(words);
  expect(unspentWords(due, null)).toBe(words);
  expect(unspentWords(due, 1_000)).toBe(
    `${words} With what was claimed above what the award gives, of which it may be part, £50 goes back in all.`,
  );
  expect(unspentWords({ ...due, years: due.years.slice(1) }, 1_000)).toBeNull();
});
