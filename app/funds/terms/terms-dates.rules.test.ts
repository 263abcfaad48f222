import { describe, expect, it } from "vitest";
import { datesOutsideRound } from "./terms-dates.rules.ts";

const round = { opensOn: "2023-07-20", closesAt: "2023-08-31T17:00", decisionExpected: "2023-10" };
const unknown = { opensOn: null, closesAt: null, decisionExpected: null };
const none = { expressionOfInterestBy: null, clarificationFrom: null, clarificationTo: null };

describe("the dates of a round's terms", () => {
  it("are those of an expression of interest due before the round closes, to the day or month that is known", () => {
    const due = (expressionOfInterestBy: string, of = round) =>
      datesOutsideRound({ ...none, expressionOfInterestBy }, of);
    expect(due("2023-08-31")).toEqual({});
    expect(due("2023-08")).toEqual({});
    expect(due("2023-09-01")).toEqual({
      expressionOfInterestBy:
        "Expression of interest must be due by the time the round closes, 31 August 2023",
    });
    expect(due("2023-09", { ...round, closesAt: "2023-08" })).toHaveProperty("expressionOfInterestBy");
    expect(due("2030-01-01", { ...round, closesAt: null } as never)).toEqual({});
  });

  it("are those of questions asked from the opening on and before the decision", () => {
    const asks = (
      clarificationFrom: string | null,
      clarificationTo: string | null,
      of: typeof round | typeof unknown = round,
    ) => Object.keys(datesOutsideRound({ ...none, clarificationFrom, clarificationTo }, of));
    expect(asks("2023-09-01", "2023-09-30")).toEqual([]);
    expect(asks("2023-07", null)).toEqual([]);
    expect(asks("2023-07-19", null)).toEqual(["clarificationFrom"]);
    expect(asks(null, "2023-06")).toEqual(["clarificationTo"]);
    expect(asks("2023-11", null)).toEqual(["clarificationFrom"]);
    expect(asks("2020-01-01", "2030-01-01", unknown)).toEqual([]);
  });
});
