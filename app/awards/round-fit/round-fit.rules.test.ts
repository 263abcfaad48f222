import { describe, expect, it } from "vitest";
import { countedTwiceOf, fittingPriorities, moneyNowWords } from "./round-fit.rules.ts";

const asb = { id: 1, name: "Anti-social behaviour" };
const vawg = { id: 2, name: "Violence against women and girls" };
const burglary = { id: 3, name: "Burglary" };
const priority = (id: number, themes: (typeof asb)[], validTo: string | null = null) => ({
  id,
  partnershipId: 1,
  title: `Priority ${id}`,
  validFrom: null,
  validTo,
  themes,
});

describe("priority areas that may fit a round", () => {
  it("serve a theme of it and are valid today; most themes in common first", () => {
    const all = [
      priority(1, [asb]),
      priority(2, [burglary]),
      priority(3, [asb, vawg]),
      priority(4, [asb], "2025"),
    ];
    expect(fittingPriorities(all, [asb, vawg], "2026-11-21")).toEqual([
      { id: 3, partnershipId: 1, title: "Priority 3", inCommon: [asb.name, vawg.name] },
      { id: 1, partnershipId: 1, title: "Priority 1", inCommon: [asb.name] },
    ]);
    expect(fittingPriorities(all, [], "2026-11-21")).toEqual([]);
  });

  it("say what pays for them now, what is not recorded beside it", () => {
    const none = { pence: 0, approximatePence: 0, awards: 0, notRecorded: 0 };
    const words = (money: typeof none, open = none) => moneyNowWords({ ...money, open });
    expect(words(none)).toBe("None recorded");
    expect(words(none, { ...none, pence: 2_000_000, awards: 1 })).toBe(
      "£20,000 not yet apportioned may be for this",
    );
    expect(words({ ...none, pence: 1_200_000, awards: 2 })).toBe("£12,000 of 2 awards");
    expect(words({ ...none, pence: 1_200_000, approximatePence: 1, awards: 2 })).toBe(
      "approximately £12,000 of 2 awards",
    );
    expect(words({ ...none, awards: 1, notRecorded: 1 })).toBe("1 award, amount not recorded");
    expect(words({ ...none, pence: 500, awards: 3, notRecorded: 2 })).toBe(
      "£5 of 1 award, and 2 awards, amount not recorded",
    );
  });

  it("say once by how much what is not yet apportioned may be too high, however many rows have it", () => {
    const none = { pence: 0, approximatePence: 0, awards: 0, notRecorded: 0 };
    const row = (twice: string | null) => ({ ...none, open: none, twice });
    expect(countedTwiceOf([row("Too high."), row(null), row("Too high."), row("By more.")])).toEqual([
      "Too high.",
      "By more.",
    ]);
  });
});
