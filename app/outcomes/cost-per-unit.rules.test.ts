import { expect, test } from "vitest";
import { costPerUnit } from "./cost-per-unit.rules.ts";

const line = (amountPence: number | null, basis: "exact" | "approximate" | "not_recorded" = "exact") => ({
  amountPence,
  basis,
  financialYear: null as number | null,
});
type Paying = ReturnType<typeof line>;
const families = { unit: "families", value: 61, period: "2019/20" as string | null, ends: "2020-03-31" };

test("the money awarded is divided by what was counted, to the penny", () => {
  expect(costPerUnit([line(1_000_000), line(220_000)], families)).toBe(
    "£12,200 awarded over 61 families (2019/20): £200 each",
  );
  expect(costPerUnit([line(100)], { ...families, value: 3, period: null })).toBe(
    "£1 awarded over 3 families: £0.33 each",
  );
  expect(costPerUnit([line(610_000, "approximate")], families)).toContain("approximately £100 each");
});

test("it is worked out of nothing unknown", () => {
  expect(costPerUnit([line(100), line(null, "not_recorded")], families)).toContain("not recorded");
  expect(costPerUnit([], families)).toContain("no award pays");
  expect(costPerUnit([line(100)], { ...families, value: 0 })).toContain("nothing is counted");
  expect(costPerUnit([line(100)], { ...families, unit: "per cent" })).toContain("no cost per unit");
});

test("money of years that begin after what was counted is no part of its cost", () => {
  const [before, same, later] = [2018, 2019, 2020].map((financialYear) => ({
    ...line(610_000),
    financialYear,
  })) as [Paying, Paying, Paying];
  expect(costPerUnit([before, same, later], families)).toBe(
    "£12,200 awarded over 61 families (2019/20): £200 each, without money for later years",
  );
  expect(costPerUnit([same, { ...later, amountPence: null }], families)).toContain("£100 each");
  expect(costPerUnit([later], families)).toBe(
    "Not worked out: the money is for years that begin after what was counted",
  );
  expect(costPerUnit([later], { ...families, ends: null })).toContain("£100 each");
  expect(costPerUnit([line(610_000), later], families)).toContain("£100 each");
});
