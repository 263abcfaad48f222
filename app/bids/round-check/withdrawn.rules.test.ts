import { describe, expect, test } from "vitest";
import { isWithdrawnBy, refusalOfRound } from "./withdrawn.rules.ts";

const TODAY = "2026-11-21";
const round = {
  roundName: "Quiet Streets Fund: Round 1",
  withdrawnOn: "2026-11-10",
  withdrawnReason: "The pot was cut",
};

describe("a round that its funder withdrew", () => {
  test("takes no bid any more, and says why", () => {
    expect(refusalOfRound(round, TODAY, TODAY)).toBe(
      "The funder withdrew Quiet Streets Fund: Round 1 on 10 November 2026. It said: The pot was cut. Choose another round, or record that the funder agreed to take the bid",
    );
    expect(
      refusalOfRound({ ...round, withdrawnOn: "2026-11", withdrawnReason: null }, TODAY, TODAY),
    ).toContain("withdrew Quiet Streets Fund: Round 1 in November 2026. Choose");
    expect(refusalOfRound({ ...round, withdrawnOn: null }, TODAY, TODAY)).toBeNull();
  });

  test("took what was sent before", () => {
    expect(refusalOfRound(round, "2026-11-09", TODAY)).toBeNull();
    expect(refusalOfRound(round, "2026-11-10", TODAY)).not.toBeNull();
    expect(isWithdrawnBy("2026-11", "2026-11-09", true)).toBe(false);
    expect(isWithdrawnBy("2026-11", "2026-11-09", false)).toBe(true);
  });
});
