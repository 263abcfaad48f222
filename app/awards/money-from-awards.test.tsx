import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MoneyFromAwards, type PayingLine } from "./money-from-awards.tsx";

function line(awardId: number, amountPence: number | null, parts: Partial<PayingLine> = {}): PayingLine {
  const basis = amountPence === null ? "not_recorded" : "exact";
  const award = { awardId, awardReference: `AW-${awardId}`, awardTitle: "An award" };
  return { ...award, financialYear: 2023, stream: null, label: null, amountPence, basis, ...parts };
}

/** The texts of the cells under the table's rows. */
function footer(lines: PayingLine[]): string[] {
  const foot =
    /<tfoot.*<\/tfoot>/.exec(renderToStaticMarkup(<MoneyFromAwards what="project" lines={lines} />))?.[0] ??
    "";
  return foot.split(/<[^>]+>/).filter((text) => text !== "");
}

test("the total is the sum of what is recorded, with pence where any line has pence", () => {
  expect(footer([line(1, 100_000), line(1, 50_000)])).toEqual(["Total", "£1,500"]);
  expect(footer([line(1, 100_000), line(2, 50_010)])).toEqual(["Total", "£1,500.10"]);
});

test("awards whose amount is not recorded are counted once each, beside the total and never in it as £0", () => {
  expect(footer([line(1, 100_000), line(2, null), line(2, null), line(3, null)])).toEqual([
    "Total",
    "£1,000",
    "Beside the total",
    "+ 2 awards, amount not recorded",
  ]);
  expect(footer([line(2, null)])).toEqual(["Total", "not recorded"]);
});

test("an approximate amount makes the total approximate", () => {
  expect(footer([line(1, 100_000, { basis: "approximate" })])).toEqual(["Total", "approximately £1,000"]);
});

test("a project that no line names says so", () => {
  expect(renderToStaticMarkup(<MoneyFromAwards what="project" lines={[]} />)).toContain(
    "No line of an award names this project.",
  );
});
