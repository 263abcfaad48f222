import { expect, test } from "vitest";
import { NO_CONTENT } from "../content/no-content.ts";
import { copiedSections } from "./copied-sections.ts";

test("a bid that says nothing in its sections begins none of its copy", () => {
  expect(copiedSections(NO_CONTENT)).toEqual({});
});

test("costs stay with the years of their round", () => {
  const costs = { costs: [{ financialYear: 2026, revenuePence: 5, capitalPence: null }] };
  expect(copiedSections({ ...NO_CONTENT, costs })).toEqual({});
});

test("match that was confirmed is pledged only, and a target has no date", () => {
  const item = { source: "Council", description: null, form: "cash", amountPence: 5 } as const;
  const outcome = { measure: "Calls", unit: null, baselineValue: 4, targetValue: 2 };
  const content = {
    ...NO_CONTENT,
    match: { match: [{ ...item, standing: "confirmed" as const }] },
    outcomes: { outcomes: [{ ...outcome, targetOn: "2027-03" }] },
  };
  expect(copiedSections(content)).toEqual({
    match: { match: [{ ...item, standing: "pledged" }] },
    outcomes: { outcomes: [{ ...outcome, targetOn: null }] },
  });
});
