import { expect, test } from "vitest";
import type { PayingLine } from "./money-from-awards.tsx";
import { moneyByYear } from "./project-money.rules.ts";

const line = (awardId: number, financialYear: number | null, amountPence: number | null): PayingLine => ({
  awardId,
  awardReference: `A-${awardId}`,
  awardTitle: "Award",
  financialYear,
  stream: null,
  label: null,
  amountPence,
  basis: "exact",
});

test("lines of one award and year are one row: gross, what awards inside it take, net", () => {
  const rows = moneyByYear(
    [line(1, 2024, 6_000), line(1, 2024, 1_000), line(1, 2025, 500), line(2, null, null)],
    [
      { awardId: 1, financialYear: 2024, pence: 2_500 },
      { awardId: 2, financialYear: null, pence: 100 },
    ],
  );
  expect(
    rows.map(({ grossPence, passedOnPence, netPence }) => [grossPence, passedOnPence, netPence]),
  ).toEqual([
    [7_000, 2_500, 4_500],
    [500, 0, 500],
    [null, 100, null],
  ]);
});
