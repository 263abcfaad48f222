import { expect, it } from "vitest";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { roundSchema } from "./round.schema.ts";

/** The messages that a form with these answers gets. */
function refusals(answers: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ fundId: "1", name: "Round 5", ...answers }))
    form.set(name, value);
  const parsed = parseForm(roundSchema, form);
  return parsed.ok ? {} : parsed.errors;
}

it("a round gives no bid more than there is in all", () => {
  expect(refusals({ potPence: "1,000,000", capPence: "1,000,001" })).toEqual({
    capPence: "The most for one bid must not be more than there is in all: check both amounts",
  });
  expect(refusals({ potPence: "1,000,000", capPence: "1,000,000" })).toEqual({});
  expect(refusals({ capPence: "1,000,000" })).toEqual({});
});

it("match of more than the funder gives is asked about, unless a note says what the guidance says", () => {
  expect(refusals({ matchBasisPoints: "150" })).toEqual({
    matchBasisPoints:
      "More than 100% asks for more match than the funder gives: check it, or enter below what the guidance says of it",
  });
  expect(refusals({ matchBasisPoints: "150", matchNote: "£3 for each £2" })).toEqual({});
  expect(refusals({ matchBasisPoints: "100" })).toEqual({});
  expect(refusals({ matchBasisPoints: "12.5" })).toEqual({});
  expect(refusals({ matchBasisPoints: "12.505" })).toEqual({
    matchBasisPoints: "Match funding must be a percentage, like 50 or 12.5",
  });
  expect(refusals({ matchBasisPoints: "1000.01", matchNote: "£3 for each £2" })).toHaveProperty(
    "matchBasisPoints",
    "Match funding must be 1,000 or less",
  );
});
