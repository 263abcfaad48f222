import { expect, test } from "vitest";
import { statedPercentOf } from "./outcome-readings.ts";

test("a per cent is stated only where a change of one is, and a fall is below 0", () => {
  expect(statedPercentOf("37 in six months = 74 a year pro rata, a 55% fall")).toBe(-55);
  expect(statedPercentOf("increased by 420 (5%)")).toBe(5);
  expect(statedPercentOf("fell by 374 (25.7%)")).toBe(-25.7);
  expect(statedPercentOf("decreased by around 22%")).toBe(-22);
  expect(statedPercentOf("reduced by 19.9%")).toBe(-19.9);
  expect(statedPercentOf("rose by 27")).toBeNull();
  expect(statedPercentOf("around 54%, one of the highest rates in the country")).toBeNull();
  expect(statedPercentOf("between 15 and 20% above")).toBeNull();
  expect(statedPercentOf(null)).toBeNull();
});
