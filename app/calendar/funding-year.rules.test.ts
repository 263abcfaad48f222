import { describe, expect, it } from "vitest";
import {
  findingOf,
  monthsOfYear,
  placeInYear,
  roundsInYear,
  stretchesIn,
  stretchesOf,
} from "./funding-year.rules.ts";

const nothing = {
  opensOn: null,
  closesAt: null,
  decisionExpected: null,
  deliveryFrom: null,
  deliveryTo: null,
};
const whole = {
  opensOn: "2026-02-10",
  closesAt: "2026-05-29T17:00",
  decisionExpected: "2026-07",
  deliveryFrom: "FY2026",
  deliveryTo: "FY2027",
};

describe("the stages of a round", () => {
  it("follow each other from opening to the end of delivery", () => {
    expect(stretchesOf(whole)).toEqual([
      { stage: "open", from: "2026-02-10", to: "2026-05-29" },
      { stage: "closing", from: "2026-05-29", to: "2026-05-29" },
      { stage: "deciding", from: "2026-05-30", to: "2026-07-31" },
      { stage: "delivering", from: "2026-04-01", to: "2028-03-31" },
    ]);
  });

  it("are cut at the ends of the financial year", () => {
    expect(stretchesIn(whole, 2026)[0]).toEqual({ stage: "open", from: "2026-04-01", to: "2026-05-29" });
    expect(stretchesIn(whole, 2025)).toEqual([{ stage: "open", from: "2026-02-10", to: "2026-03-31" }]);
    expect(stretchesIn(whole, 2028)).toEqual([]);
  });

  it("are drawn from what is recorded alone", () => {
    expect(stretchesOf(nothing)).toEqual([]);
    expect(stretchesOf({ ...nothing, closesAt: "2022-05" })).toEqual([
      { stage: "closing", from: "2022-05-01", to: "2022-05-31" },
    ]);
    expect(stretchesOf({ ...nothing, opensOn: "2026-11", decisionExpected: "2027" })).toEqual([
      { stage: "open", from: "2026-11-01", to: "2026-11-30" },
      { stage: "deciding", from: "2027-01-01", to: "2027-12-31" },
    ]);
  });

  it("that would end before they begin are left out", () => {
    const decidedEarly = { ...nothing, closesAt: "2026-05-29", decisionExpected: "2026-04-01" };
    expect(stretchesOf(decidedEarly).map(({ stage }) => stage)).toEqual(["closing"]);
  });
});

describe("a financial year", () => {
  it("holds the rounds that have a stage in it, the first to begin first", () => {
    const rounds = [
      { ...nothing, id: 1, closesAt: "2026-09-01" },
      { ...nothing, id: 2, closesAt: "2026-06-01" },
      { ...nothing, id: 3, closesAt: "2027-06-01" },
    ];
    expect(roundsInYear(rounds, 2026).map(({ round }) => round.id)).toEqual([2, 1]);
  });

  it("runs from April to March, leap days included", () => {
    expect(monthsOfYear(2026)[0]).toBe("2026-04-01");
    expect(monthsOfYear(2026)[9]).toBe("2027-01-01");
    expect(placeInYear("2026-04-01", "2027-03-31", 2026)).toEqual({ start: 0, end: 1 });
    expect(placeInYear("2027-04-01", "2028-03-31", 2027)).toEqual({ start: 0, end: 1 });
  });
});

describe("the finding of a year", () => {
  const stretch = (stage: "open" | "closing") => ({ isWithdrawn: false, stretches: [{ stage }] });

  it("counts what the table lists, and names what was withdrawn", () => {
    const closing = [stretch("closing"), stretch("closing"), stretch("open")];
    expect(findingOf(2026, closing)).toBe("3 rounds in 2026 to 2027; 2 of them close in it");
    expect(findingOf(2026, [...closing, { ...stretch("closing"), isWithdrawn: true }])).toBe(
      "4 rounds in 2026 to 2027; 2 of them close in it; 1 was withdrawn by its funder",
    );
  });
});
