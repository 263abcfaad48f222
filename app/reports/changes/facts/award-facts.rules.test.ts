import { expect, it } from "vitest";
import { type Fact, factWords } from "./award-facts.rules.ts";

const FACT: Fact = {
  ...{ awardId: 1, day: "2026-03-31", kind: "spend", name: "2", what: null, words: "Ledger", pence: 555_000 },
};

it("what was spent is told with what shows it, a correction with why", () => {
  expect(factWords(FACT)).toBe("31 March 2026, spend 2: £5,550 spent: Ledger");
  expect(factWords({ ...FACT, name: "3", what: "2", words: "Typed twice", pence: -50_000 })).toBe(
    "31 March 2026, spend 3, a correction of spend 2: −£500: Typed twice",
  );
});

it("what was paid to a delivery organisation, or came back from it, is told with whose it is", () => {
  const paid: Fact = { ...FACT, kind: "onward", name: "Street Pastors", what: "paid", words: null };
  expect(factWords(paid)).toBe("31 March 2026: £5,550 paid to Street Pastors");
  expect(factWords({ ...paid, what: "returned", words: "Not used" })).toBe(
    "31 March 2026: £5,550 came back from Street Pastors: Not used",
  );
});

it("what came for a claim and what became of it is told with its number", () => {
  const claim: Fact = { ...FACT, kind: "claim", what: "submit", words: null, pence: null };
  expect(factWords(claim)).toBe("31 March 2026, claim 2 submitted");
  expect(factWords({ ...claim, kind: "receipt", pence: -100 })).toBe(
    "31 March 2026, claim 2: £1 was taken back",
  );
});
