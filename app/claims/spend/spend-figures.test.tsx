import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { spendFigures } from "./spend.rules.ts";
import { SpendFigures } from "./spend-figures.tsx";

/** An award of £100 of no year, of which another award takes £40, and what was spent of it. */
const pageOf = (spentPence: number) => {
  const years = [
    { financialYear: 2026, awardedPence: 0, claimedPence: 0, spentPence, underspentPence: null },
    { financialYear: null, awardedPence: 6_000, claimedPence: 0, spentPence: null, underspentPence: null },
  ];
  const money = { awardedPence: 6_000, overclaimedPence: 0, receivedPence: 0, repaidPence: 0 };
  const due = { pence: 0, years: [], notYetKnown: [] };
  return renderToStaticMarkup(<SpendFigures figures={spendFigures(years, money)} due={due} />);
};

test("what was spent above what other awards leave is warned of, though the whole award gives as much", () => {
  expect(pageOf(8_000)).toContain("£20 more was spent than the award gives");
  expect(pageOf(6_000)).not.toContain("more was spent");
});
