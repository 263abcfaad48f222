import { describe, expect, it } from "vitest";
import { refusalOfEarlierRound } from "./later-round.rules.ts";

const round = (id: number, closesAt: string | null, opensOn: string | null = null) => ({
  id,
  closesAt,
  opensOn,
});
const before = round(1, "2026-12-01T17:00", "2026-10-01");

describe("a bid is made again", () => {
  it("to a later round, and to one of which no dates say whether it is", () => {
    for (const later of [
      round(2, "2026-12-01T17:00"),
      round(2, "2027-03", "2026-09-01"),
      round(2, null, "2026-10-01"),
      round(2, null),
    ]) {
      expect(refusalOfEarlierRound(later, before)).toBeNull();
    }
    expect(refusalOfEarlierRound(before, null)).toBeNull();
    expect(refusalOfEarlierRound(round(2, "2020-01-01"), round(1, null))).toBeNull();
  });

  it("neither to the round that it was made to, nor to one before it", () => {
    expect(refusalOfEarlierRound(before, before)).toBe(
      "The bid was made to this round already: choose a later one",
    );
    expect(refusalOfEarlierRound(round(2, "2026-11-30"), before)).toBe(
      "This round is before the one that the bid was made to: it closes 30 November 2026, that one 1 December 2026 at 5pm. Choose a later one",
    );
    expect(refusalOfEarlierRound(round(2, null, "2026-09"), before)).toContain("it opens September 2026");
  });
});
