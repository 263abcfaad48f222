import { describe, expect, test } from "vitest";
import {
  warnOfInnerAwards,
  warnOfLaterVersion,
  warnOfProjects,
  warnOfYears,
} from "./draft-warnings.rules.ts";
import type { Version } from "./version.ts";

const outerAward = { id: 9, reference: "A-000009", title: "Umbrella" };

describe("before a version is sealed, the page warns", () => {
  const versions = [
    { number: 1, effectiveOn: "2024-04-01", seq: 3 },
    { number: 3, effectiveOn: "2025-04-01", seq: 8 },
  ] as Version[];

  test("of money in a year that the round does not pay, where the round says which it pays", () => {
    const lines = [2023, 2025, null, 2025].map((financialYear) => ({ financialYear }));
    expect(warnOfYears(lines, [{ year: 2023 }, { year: 2024 }])).toEqual([
      { text: "The lines have money in 2025 to 2026. The round pays 2023 to 2024, 2024 to 2025 only." },
    ]);
    expect([warnOfYears(lines, []), warnOfYears(lines, null)]).toEqual([[], []]);
  });

  test("of money of a partnership for a project in which it takes no part", () => {
    const [elm, oak] = ["Elm", "Oak"].map((name, index) => ({ id: index + 1, name }));
    const line = (partnership = elm) => ({
      partnership: partnership ?? null,
      project: { id: 3, name: "Lighting" },
    });
    const takesPart = new Map([[3, [1]]]);
    expect(warnOfProjects([line(elm), line(oak), line(oak)], takesPart)).toEqual([
      { text: "Money of Oak is on “Lighting”, in which it takes no part." },
    ]);
    expect(warnOfProjects([line(oak)], new Map([[3, [1, 2]]]))).toEqual([]);
  });

  test("that a backdated one ends where the next begins", () => {
    expect(warnOfLaterVersion(5, "2024-10-01", versions)).toEqual({
      text: "It counts until 31 March 2025: version 3 takes effect on 1 April 2025 and stays as it is.",
      restate: {
        href: "/awards/5/next-version?kind=correction&effective=2025-04-01",
        text: "After sealing this one, restate the award from 1 April 2025 as well",
      },
    });
    expect(warnOfLaterVersion(5, "2025-04-01", versions)).toBeNull();
  });

  test("of a void, a reduction or another fund under awards that are inside this one", () => {
    const passedOn = [{ awardId: 9, award: outerAward, pence: 700 }];
    const base = { fund: { id: 2, name: "Fund" } };
    expect(warnOfInnerAwards({ amountPence: 700, fundId: 2 }, base, passedOn)).toEqual([]);
    expect(warnOfInnerAwards({ amountPence: 0, fundId: 2 }, base, passedOn)).toEqual([
      {
        text: "£7 of this award is passed on (A-000009): what it holds itself falls £7 below zero until they are changed too.",
      },
    ]);
    expect(warnOfInnerAwards({ amountPence: 900, fundId: 3 }, base, passedOn)[0]?.text).toMatch(
      /keeps the fund that it was sealed with \(A-000009\)/,
    );
    expect(warnOfInnerAwards({ amountPence: 0, fundId: 3 }, base, [])).toEqual([]);
  });
});
