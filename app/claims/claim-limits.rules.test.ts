import { describe, expect, it } from "vitest";
import type { Share } from "#app/awards/index.ts";
import { type Awarded, claimFlags, refusalOfClaim } from "./claim-limits.rules.ts";

const share = (financialYear: number | null, stream: Share["stream"], amountPence: number): Share => ({
  financialYear,
  stream,
  amountPence,
});
const award = (...lines: Share[]): Awarded => ({ amountPence: null, basis: "exact", lines });

/** Safer Streets 4: up to £500k in the first year and £250k in the second, no transfer between them. */
const TWO_YEARS = award(share(2022, null, 50_000_000), share(2023, null, 25_000_000));

describe("a claim", () => {
  it("takes what is left of its year, to the penny", () => {
    const claimed = [share(2023, "revenue", 20_000_000)];
    expect(refusalOfClaim(TWO_YEARS, claimed, [share(2023, "revenue", 5_000_000)])).toBeNull();
    expect(refusalOfClaim(TWO_YEARS, claimed, [share(2023, "revenue", 5_000_001)])).toEqual({
      line: 0,
      message: "Only £50,000 of 2023 to 2024 is left beside the other claims",
    });
  });

  it("cannot take from a year that has nothing, whatever is left in others", () => {
    expect(refusalOfClaim(TWO_YEARS, [], [share(2022, null, 1), share(2024, null, 1)])).toEqual({
      line: 1,
      message: "The award has no money in 2024 to 2025",
    });
  });

  it("cannot take revenue from capital", () => {
    const capital = award(share(2024, "capital", 100));
    expect(refusalOfClaim(capital, [], [share(2024, "revenue", 1)])?.message).toBe(
      "The award has no revenue money of 2024 to 2025",
    );
    const both = award(share(2024, "capital", 100), share(2024, "revenue", 50));
    expect(refusalOfClaim(both, [], [share(2024, "revenue", 51)])?.message).toBe(
      "Only £0.50 of revenue money of 2024 to 2025 is left beside the other claims",
    );
  });

  it("may take any year of money that is not yet apportioned, once", () => {
    const open = award(share(2024, null, 100), share(null, null, 50));
    expect(refusalOfClaim(open, [], [share(2024, null, 150)])).toBeNull();
    expect(refusalOfClaim(open, [share(2024, null, 150)], [share(2025, null, 50)])?.message).toBe(
      "Only £0 of the award is left beside its other claims",
    );
  });

  it("takes money that is not yet apportioned once, also where two years take of it", () => {
    const open = award(
      share(2026, null, 500),
      share(2027, null, 500),
      share(2028, null, 900),
      share(null, null, 100),
    );
    expect(refusalOfClaim(open, [share(2026, null, 600)], [share(2027, null, 500)])).toBeNull();
    expect(refusalOfClaim(open, [share(2026, null, 600)], [share(2027, null, 600)])?.message).toBe(
      "Only £0 of the money that is not yet apportioned to a year is left beside the other claims",
    );
    expect(refusalOfClaim(open, [share(2026, null, 540)], [share(2027, null, 561)])?.message).toBe(
      "Only £0.60 of the money that is not yet apportioned to a year is left beside the other claims",
    );
    const capital = award(share(2026, null, 500), share(2027, null, 500), share(null, "capital", 100));
    expect(refusalOfClaim(capital, [], [share(2026, "revenue", 501)])?.message).toContain(
      "Only £5 of revenue money",
    );
    expect(refusalOfClaim(capital, [], [share(2026, "capital", 600)])).toBeNull();
  });

  it("of one year is not held against what was claimed of another before that was cut", () => {
    const cut = award(share(2026, null, 600), share(2027, null, 1_400));
    expect(refusalOfClaim(cut, [share(2026, null, 1_000)], [share(2027, null, 1_400)])).toBeNull();
    expect(refusalOfClaim(cut, [share(2026, null, 1_000)], [share(2027, null, 1_401)])?.message).toBe(
      "Only £14 of 2027 to 2028 is left beside the other claims",
    );
    const streams = award(share(2026, "capital", 50), share(2026, "revenue", 100), share(2027, null, 10));
    const capital = [share(2026, "capital", 80)];
    expect(refusalOfClaim(streams, capital, [share(2026, "revenue", 100), share(2027, null, 10)])).toBeNull();
    expect(refusalOfClaim(streams, capital, [share(2026, "capital", 1)])?.message).toBe(
      "Only £0 of capital money of 2026 to 2027 is left beside the other claims",
    );
  });

  it("is not held against an amount that is not recorded or approximate, and says so", () => {
    const unknown: Awarded = { amountPence: null, basis: "not_recorded", lines: [] };
    expect(refusalOfClaim(unknown, [], [share(2024, null, 99)])).toBeNull();
    expect(claimFlags(unknown, [share(2024, null, 99)])).toEqual(["The amount of the award is not recorded"]);
    expect(claimFlags({ ...TWO_YEARS, basis: "approximate" }, [])).toEqual([
      "The amount of the award is approximate",
    ]);
    expect(claimFlags(award(share(null, null, 5)), [share(2024, null, 5)])).toEqual([
      "2024 to 2025 of the award is not yet apportioned",
    ]);
    expect(claimFlags(TWO_YEARS, [share(2022, null, 5)])).toEqual([]);
  });

  it("for a project that the award does not pay in that year and stream says so", () => {
    const lighting = { id: 7, name: "Lighting" };
    const given = (...lines: (Share & { projectId: number | null })[]) => award(...lines);
    const of = (projectId: number | null, year: number | null, stream: Share["stream"] = null) => ({
      ...share(year, stream, 100),
      projectId,
    });
    const flags = (awarded: Awarded, year: number, stream: Share["stream"] = null) =>
      claimFlags(awarded, [{ ...share(year, stream, 1), project: lighting }]);
    const none = ["The award has no money of 2026 to 2027 for “Lighting”"];
    expect(flags(given(of(8, 2026), of(9, null), of(7, 2027)), 2026)).toEqual(none);
    expect(flags({ ...given(of(8, 2026)), basis: "approximate" }, 2026)).toEqual([
      "The amount of the award is approximate",
      ...none,
    ]);
    expect(flags(given(of(7, 2026, "capital"), of(8, 2026, "revenue")), 2026, "revenue")).toEqual([
      "The award has no revenue money of 2026 to 2027 for “Lighting”",
    ]);
    for (const own of [of(7, 2026), of(7, 2026, "capital")]) {
      expect(flags(given(of(8, 2026), own), 2026)).toEqual([]);
    }
    for (const open of [of(null, 2026), of(null, null)]) {
      expect(flags(given(of(8, 2026), open), 2026)).toEqual([
        "With this claim £0.01 of money of 2026 to 2027 for “Lighting” is not yet apportioned to a project",
      ]);
    }
    // That the year has nothing at all is refused, and said of the year.
    expect(claimFlags(given(of(8, 2026)), [share(2026, null, 1)])).toEqual([]);
    const twice = [share(2026, null, 1), share(2026, null, 2)].map((line) => ({
      ...line,
      project: lighting,
    }));
    expect(claimFlags(given(of(8, 2026)), twice)).toEqual(none);
  });
});
