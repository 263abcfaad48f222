import { describe, expect, test } from "vitest";
import { type LineInput, NOT_YET_APPORTIONED } from "../version.rules.ts";
import { outOfValue } from "./out-of.rules.ts";
import {
  type OuterAward,
  warnOfMixedMoney,
  warnOfOuterAwards,
  warnOfUnusedOuter,
} from "./warn-of-outer.rules.ts";

const umbrella = { id: 9, reference: "A-000009", title: "Umbrella" };
const of2026 = { ...NOT_YET_APPORTIONED, awardId: 9, financialYear: 2026, stream: "revenue" as const };
const of2027 = { ...of2026, financialYear: 2027 };

/** £10 for 2026 to 2027, of which others take £4, and £20 for 2027 to 2028. */
const outer: OuterAward = {
  id: 9,
  award: umbrella,
  amountPence: 3_000,
  takenByOthersPence: 400,
  money: [
    {
      value: outOfValue(of2026),
      words: "2026 to 2027, Revenue",
      amountPence: 1_000,
      takenByOthersPence: 400,
    },
    { value: outOfValue(of2027), words: "2027 to 2028, Revenue", amountPence: 2_000, takenByOthersPence: 0 },
  ],
};

function lineOut(inside: LineInput["inside"], amountPence: number | null, parts: Partial<LineInput> = {}) {
  const line: LineInput = {
    ...NOT_YET_APPORTIONED,
    themeId: null,
    amountPence,
    label: null,
    inside,
    ...parts,
  };
  return line;
}

describe("before a version is sealed, the page warns", () => {
  test("of lines that take more out of a line of another award than it holds, all that is taken together", () => {
    expect(warnOfOuterAwards([lineOut(of2026, 600), lineOut(of2027, 2_000)], [outer])).toEqual([]);
    expect(warnOfOuterAwards([lineOut(of2026, 500), lineOut(of2026, 101)], [outer])).toEqual([
      {
        text: "The lines take £6.01, beside £4 that other awards take, out of money of A-000009, of which £10 may be passed on: 2026 to 2027, Revenue.",
      },
    ]);
    expect(warnOfOuterAwards([lineOut(of2027, 2_001)], [outer])).toEqual([
      {
        text: "The lines take £20.01 out of money of A-000009, of which £20 may be passed on: 2027 to 2028, Revenue.",
      },
    ]);
  });

  test("of lines that come out of money that another award does not hold", () => {
    expect(warnOfOuterAwards([lineOut({ ...of2026, stream: "capital" }, 1)], [outer])).toEqual([
      {
        text: "The lines take £0.01 out of money of A-000009, which it does not hold: 2026 to 2027, Capital.",
      },
    ]);
  });

  test("of lines that take more out of another award than others have left, whichever line those took it from", () => {
    expect(warnOfOuterAwards([lineOut(of2027, 700)], [{ ...outer, takenByOthersPence: 2_400 }])).toEqual([
      { text: "The lines take more out of A-000009 than it still holds by £1." },
    ]);
  });

  test("of nothing where the other's amount is not recorded, and without its figures where it may not be read", () => {
    expect(warnOfOuterAwards([lineOut(of2027, 9_000)], [{ ...outer, amountPence: null }])).toEqual([]);
    expect(warnOfOuterAwards([lineOut(of2027, null)], [outer])).toEqual([]);
    expect(warnOfOuterAwards([lineOut(of2027, 2_001)], [{ ...outer, award: null }])).toEqual([
      { text: "The lines take more out of an award of another partnership than it still holds." },
    ]);
  });

  test("of money of one year or stream that comes out of another, naming both", () => {
    const texts = (line: LineInput, award: OuterAward = outer) =>
      warnOfMixedMoney([line, line], [award]).map(({ text }) => text);
    const of2025 = { financialYear: 2025, stream: "revenue" as const };
    expect(texts(lineOut(of2026, 3_000, of2025))).toEqual([
      "£30 of 2025 to 2026 is to come out of money of A-000009 for 2026 to 2027.",
    ]);
    expect(texts(lineOut(of2026, 3_000, { financialYear: 2025, stream: "capital" }))).toEqual([
      "£30 of 2025 to 2026, Capital is to come out of money of A-000009 for 2026 to 2027, Revenue.",
    ]);
    expect(texts(lineOut(of2026, null, { financialYear: 2026, stream: "capital" }))).toEqual([
      "A line of Capital is to come out of money of A-000009 for Revenue.",
    ]);
    expect(texts(lineOut(of2026, 3_000, of2025), { ...outer, award: null })).toEqual([
      "£30 of 2025 to 2026 is to come out of money of an award of another partnership for another year.",
    ]);
  });

  test("of nothing where the year or stream of either is not apportioned yet, or both are the same", () => {
    const open = { ...of2026, financialYear: null, stream: null };
    const known = { financialYear: 2025, stream: "capital" as const };
    const lines = [
      lineOut(of2026, 1),
      lineOut(open, 1, known),
      lineOut(of2026, 1, of2026),
      lineOut(null, 1, known),
    ];
    expect(warnOfMixedMoney(lines, [outer])).toEqual([]);
  });

  test("of an award that was named as what it is paid out of, while no line comes out of it", () => {
    const said = { id: 9, award: umbrella, hasMoney: true };
    expect(warnOfUnusedOuter([said], [9], "2026-04-01")).toEqual([]);
    expect(warnOfUnusedOuter([said], [8], "2026-04-01")).toEqual([
      {
        text: "It is said to be paid out of A-000009, but no line comes out of it: both would count in full.",
      },
    ]);
    expect(warnOfUnusedOuter([{ ...said, hasMoney: false }], [], "2026-04-01")).toEqual([
      {
        text: "It is said to be paid out of A-000009, but that gives nothing on 1 April 2026, from which this version counts, so no line can come out of it: both would count in full.",
      },
    ]);
  });
});
