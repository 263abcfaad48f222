import { expect, test } from "vitest";
import { countsThings, kindOfUnit, sameUnit } from "./unit.rules.ts";

test.each([
  ["occurrences", "events"],
  ["people", "other"],
  ["families", "other"],
  ["claims", "events"],
  ["per cent", "percentage"],
  ["per cent change", "change"],
  ["reports", "events"],
  ["incidents", "events"],
  ["per 1,000 residents", "rate"],
  ["recorded crimes/incidents", "events"],
  ["% of pupils", "percentage"],
  ["Percentage", "percentage"],
  ["incidents per 1,000 residents", "rate"],
  ["reports per month", "rate"],
  ["average score", "rate"],
  ["burglaries", "events"],
  ["stop and searches", "events"],
  ["breaches", "events"],
  ["victims of crime", "other"],
  ["cases open", "other"],
  ["hours", "other"],
  ["", "other"],
])("“%s” is of the kind %s", (unit, kind) => {
  expect(kindOfUnit(unit)).toBe(kind);
});

test("units are the same whatever their capitals and spaces", () => {
  expect(sameUnit("Per cent ", "per  cent")).toBe(true);
  expect(sameUnit("reports", "incidents")).toBe(false);
});

test("only what certainly counts things cannot be below 0", () => {
  for (const unit of [
    "incidents",
    "recorded crimes/incidents",
    "People",
    "families",
    "victims of crime",
    "claims",
  ])
    expect(countsThings(unit), unit).toBe(true);
  for (const unit of [
    "per cent",
    "percentage points",
    "change in incidents",
    "net incidents",
    "fewer offences",
    "incidents per 1,000 residents",
    "average score",
    "points",
    "pounds",
    "",
  ])
    expect(countsThings(unit), unit).toBe(false);
});
