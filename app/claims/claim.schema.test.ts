import { expect, it } from "vitest";
import { claimSchema } from "./claim.schema.ts";

const problems = (parts: Record<string, unknown>) =>
  claimSchema
    .safeParse({
      periodFrom: { day: "1", month: "4", year: "2026" },
      periodTo: { day: "30", month: "6", year: "2026" },
      payment: "results",
      lines: [{ financialYear: "2026", amountPence: "34400" }],
      ...parts,
    })
    .error?.issues.map(({ message }) => message) ?? [];

it("a claim by results says how many at what price, and its lines come to that", () => {
  expect(problems({ results: "43", unit: "family", unitPence: "800" })).toEqual([]);
  expect(problems({ results: "42", unitPence: "800" })).toEqual([
    "That many results come to £33,600, the lines to £34,400",
  ]);
  expect(problems({ unitPence: "800" })).toEqual(["Enter how many results it is for"]);
  expect(problems({ results: "43", unitPence: "0" })).toEqual(["Enter a price above £0, or leave it empty"]);
});

it("only a claim by results whose price is not known may be without an amount", () => {
  const none = ["Enter an amount for at least one line"];
  expect(problems({ results: "43", lines: [{ financialYear: "2026" }] })).toEqual([]);
  expect(problems({ results: "43", unitPence: "800", lines: [] })).toEqual(none);
  expect(problems({ lines: [] })).toEqual(none);
  expect(problems({ payment: "arrears", lines: [] })).toEqual(none);
});
