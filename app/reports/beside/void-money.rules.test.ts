import { expect, it } from "vitest";
import { voidMoneyWords } from "./void-money.rules.ts";

const ALL = ["claimed", "received", "spent"];
const money = { claimed: 2_500, received: 2_000, spent: 1_050, repaid: 0 };

it("names what of void awards would stand in the figures that are shown, and nothing else", () => {
  expect(voidMoneyWords(money, ALL)).toBe(
    "Of void awards, in none of these figures: claimed £25, received £20, spent £10.50. What came of them, £20, is to be repaid.",
  );
  expect(voidMoneyWords({ ...money, received: 0 }, ["claimed", "matchCash"])).toBe(
    "Of void awards, in none of these figures: claimed £25.",
  );
  expect(voidMoneyWords({ ...money, spent: 0 }, ["spent"])).toBeNull();
  expect(voidMoneyWords(money, ["left"])).toBeNull();
  expect(voidMoneyWords(null, ALL)).toBeNull();
});

it("says what of it went back already", () => {
  expect(voidMoneyWords({ ...money, repaid: 500 }, ALL)).toContain(
    "Of the £20 that came of them £5 was repaid, and £15 is to be repaid.",
  );
  expect(voidMoneyWords({ ...money, repaid: 2_000 }, ALL)).toContain("What came of them was repaid: £20.");
});
