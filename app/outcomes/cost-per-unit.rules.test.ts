import { expect, test } from "vitest";
import { costPerUnit } from "./cost-per-unit.rules.ts";

const line = (amountPence: number | null, basis: "exact" | "approximate" | "not_recorded" = "exact") => ({
  amountPence,
  basis,
});
const families = { unit: "families", value: 61, period: "2019/20" as string | null };

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
