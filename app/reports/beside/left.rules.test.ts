import { expect, it } from "vitest";
import type { KeyedPence } from "./beside.ts";
import { type AwardToClaim, leftByKeys } from "./left.rules.ts";

type Line = [year: number | null, project: string | null, pence: number];

/** By financial year, and by project within it. */
const award = (given: Line[], claimed: Line[]): AwardToClaim => {
  const shares = (lines: Line[]) =>
    lines.map(([year, project, amountPence]) => ({
      ...{ keys: [year, project] as const, financialYear: year, stream: null, amountPence },
    }));
  return { given: shares(given), claimed: shares(claimed) };
};
const cells = (found: KeyedPence[]) => found.map(({ row, column, pence }) => [row, column, pence]);

it("what is left stands in the row and the column of its line", () => {
  const one = award(
    [
      [2024, "Lights", 60],
      [2024, "Youth", 30],
      [2025, "Lights", 40],
    ],
    [
      [2024, "Lights", 25],
      [2025, "Lights", 40],
    ],
  );
  expect(cells(leftByKeys([one], [false, false]))).toEqual([
    [2024, "Lights", 35],
    [2024, "Youth", 30],
    [2025, "Lights", 0],
  ]);
  expect(cells(leftByKeys([one], [false]))).toEqual([
    [2024, null, 65],
    [2025, null, 0],
  ]);
});

it("a claim that names no project leaves what is left of its year in none", () => {
  const one = award(
    [
      [2024, "Lights", 60],
      [2024, "Youth", 30],
      [2025, "Lights", 40],
    ],
    [[2024, null, 25]],
  );
  expect(cells(leftByKeys([one], [false, false]))).toEqual([
    [2024, null, 65],
    [2025, "Lights", 40],
  ]);
});

it("money of no year covers what a claim takes above its year, and what is left of it stands in no year", () => {
  const one = award(
    [
      [2024, null, 50],
      [null, null, 50],
    ],
    [[2024, null, 80]],
  );
  expect(cells(leftByKeys([one], [false]))).toEqual([
    [2024, null, 0],
    [null, null, 20],
  ]);
});

it("what was claimed of a year before it was cut holds back nothing of another", () => {
  const one = award(
    [
      [2024, null, 50],
      [2025, null, 100],
    ],
    [[2024, null, 80]],
  );
  expect(cells(leftByKeys([one], [false]))).toEqual([
    [2024, null, 0],
    [2025, null, 100],
  ]);
});

it("an award has one funder on all of its lines, also where its years cannot be told apart", () => {
  const withFunder = (lines: AwardToClaim["given"]) =>
    lines.map((line) => ({ ...line, keys: [7, line.keys[1]] as const }));
  const { given, claimed } = award(
    [
      [2024, "Lights", 50],
      [2024, "Youth", 50],
    ],
    [[2024, "Lights", 70]],
  );
  const one = { given: withFunder(given), claimed: withFunder(claimed) };
  expect(cells(leftByKeys([one], [true, false]))).toEqual([[7, null, 30]]);
  const swap = (lines: AwardToClaim["given"]) =>
    lines.map((line) => ({ ...line, keys: [line.keys[1], line.keys[0]] as const }));
  const swapped = { given: swap(one.given), claimed: swap(one.claimed) };
  expect(cells(leftByKeys([swapped], [false, true]))).toEqual([[null, 7, 30]]);
});
