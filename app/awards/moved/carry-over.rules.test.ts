import { describe, expect, it } from "vitest";
import type { Line } from "../version.ts";
import { agreedCarryOvers, carriedLines, carriedSoFar, unapprovedCarryOvers } from "./carry-over.rules.ts";

const line = (
  position: number,
  financialYear: number | null,
  amountPence: number,
  parts: Partial<Line> = {},
): Line => ({
  position,
  partnership: null,
  financialYear,
  project: null,
  priority: null,
  theme: null,
  ownThemeId: null,
  stream: "revenue",
  amountPence,
  label: null,
  insideAward: null,
  inside: null,
  ...parts,
});
const carry = { fromYear: 2024, toYear: 2025, pence: 120 };

describe("money that is carried over", () => {
  it("leaves the lines of its year in their order, for those that say the same of the other year", () => {
    const project = { id: 7, name: "Guardians" };
    const lines = [line(1, 2024, 100), line(2, 2024, 50, { project }), line(3, 2025, 10)];
    const after = carriedLines(lines, carry);
    if (!after.ok) throw new Error("refused");
    expect(after.value.map((each) => [each.financialYear, each.project?.id, each.amountPence])).toEqual([
      [2024, 7, 30],
      [2025, undefined, 110],
      [2025, 7, 20],
    ]);
  });

  it("keeps what it stands inside, on a line of its own", () => {
    const inside = { awardId: 9 } as Line["inside"];
    const after = carriedLines([line(1, 2024, 120, { inside }), line(2, 2025, 5)], carry);
    expect(after).toMatchObject({
      value: [
        { amountPence: 5, inside: null },
        { amountPence: 120, inside },
      ],
    });
  });

  it("is never more than its year has", () => {
    expect(carriedLines([line(1, 2024, 119), line(2, 2025, 500)], carry)).toEqual({
      ok: false,
      errors: { amountPence: "The award has only £1.19 in 2024 to 2025" },
    });
  });
});

describe("money that moves out of a year that is over", () => {
  const before = [line(1, 2024, 100), line(2, 2025, 50)];
  const moved = (pence: number) => [line(1, 2024, 100 - pence), line(2, 2025, 50 + pence)];

  it("is said to be moved without an approval, or beyond it", () => {
    expect(unapprovedCarryOvers(before, moved(30), [], "2025-06-10")).toEqual([
      "£0.30 of 2024 to 2025, which is over, moves into a later year, and no approval to carry it over is recorded.",
    ]);
    expect(unapprovedCarryOvers(before, moved(30), [{ ...carry, pence: 20 }], "2025-06-10")).toEqual([
      "£0.30 of 2024 to 2025, which is over, moves into a later year, and approval of only £0.20 to carry it over is recorded.",
    ]);
    expect(unapprovedCarryOvers(before, moved(30), [{ ...carry, pence: 30 }], "2025-06-10")).toEqual([]);
  });

  it("is approved once: what an earlier version carried over is used", () => {
    const versions = [
      { effectiveOn: "2024-04-01", lines: before },
      { effectiveOn: "2024-12-01", lines: moved(10) },
      { effectiveOn: "2025-06-01", lines: moved(30) },
    ];
    const used = carriedSoFar(versions);
    expect([...used]).toEqual([[2024, 20]]);
    const approved = [{ ...carry, pence: 20 }];
    expect(unapprovedCarryOvers(moved(30), moved(35), approved, "2025-06-10", used)).toEqual([
      "£0.05 of 2024 to 2025, which is over, moves into a later year, and no approval that is not used yet to carry it over is recorded.",
    ]);
  });

  it("is no carrying over while the year goes on, or where the year is only cut", () => {
    expect(unapprovedCarryOvers(before, moved(30), [], "2025-03-31")).toEqual([]);
    expect(unapprovedCarryOvers(before, [line(1, 2024, 70), line(2, 2025, 50)], [], "2025-06-10")).toEqual(
      [],
    );
  });

  it("is approved with what the funder agreed, as far as it was not before, for the earliest years that rise", () => {
    const used = new Map<number, number>();
    const facts = { approved: [] as (typeof carry)[], used, day: "2025-06-10", ofAnyYear: false };
    const to2025 = { fromYear: 2024, toYear: 2025 };
    expect(agreedCarryOvers(before, moved(30), facts)).toEqual([{ ...to2025, pence: 30 }]);
    expect(agreedCarryOvers(before, moved(30), { ...facts, approved: [{ ...carry, pence: 20 }] })).toEqual([
      { ...to2025, pence: 10 },
    ]);
    expect(
      agreedCarryOvers(before, moved(30), {
        ...facts,
        approved: [{ ...carry, pence: 40 }],
        used: new Map([[2024, 40]]),
      }),
    ).toEqual([{ ...to2025, pence: 30 }]);
    const three = [line(1, 2024, 60), line(2, 2025, 60), line(3, 2026, 20)];
    expect(agreedCarryOvers(before, three, facts)).toEqual([
      { ...to2025, pence: 10 },
      { fromYear: 2024, toYear: 2026, pence: 20 },
    ]);
    // A year that runs is left by agreement only where the terms allow no transfer; a cut is none.
    expect(agreedCarryOvers(before, moved(30), { ...facts, day: "2025-03-31" })).toEqual([]);
    const any = { ...facts, day: "2025-03-31", ofAnyYear: true };
    expect(agreedCarryOvers(before, moved(30), any)).toEqual([{ ...to2025, pence: 30 }]);
    expect(agreedCarryOvers(before, [line(1, 2024, 70), line(2, 2025, 50)], any)).toEqual([]);
  });
});
