import { expect, test } from "vitest";
import type { PayingLine } from "./money-from-awards.tsx";
import { moneyByYear, type OnwardOfProject } from "./project-money.rules.ts";

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
    rows.map(({ grossPence, toAwardsPence, netPence }) => [grossPence, toAwardsPence, netPence]),
  ).toEqual([
    [7_000, 2_500, 4_500],
    [500, 0, 500],
    [null, 100, null],
  ]);
});

const grant = (awardId: number, pence: number, given: Partial<OnwardOfProject> = {}): OnwardOfProject => ({
  awardId,
  awardReference: `A-${awardId}`,
  awardTitle: "Award",
  runsFrom: null,
  runsTo: null,
  pence,
  isForProject: true,
  ...given,
});

test("what delivery organisations take is off the net, in the year of the grant as far as it has one", () => {
  const rows = moneyByYear(
    [line(1, 2024, 6_000), line(2, 2024, 700), line(2, 2025, 500)],
    [{ awardId: 1, financialYear: 2024, pence: 1_000 }],
    [
      grant(1, 2_000),
      grant(2, 300, { runsFrom: "2025-04-01", runsTo: "2026-03-31" }),
      grant(2, 40, { runsFrom: "2025-03-01", runsTo: "2026-03-31" }),
      grant(2, 5_000, { isForProject: false }),
    ],
  );
  expect(rows.map((row) => [row.financialYear, row.toOrganisationsPence, row.netPence])).toEqual([
    [2024, 2_000, 3_000],
    [2024, 0, 700],
    [2025, 300, 200],
    ["no year said", 40, -40],
  ]);
});
