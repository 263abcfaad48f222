import { expect, test } from "vitest";
import { comparableOf, percentOf, successOf, sumsOfJudged } from "./success.rules.ts";
import type { JudgedBid, SuccessReport } from "./success.ts";
import { leftOutWords, successNotes } from "./success-words.rules.ts";

test("a share has one decimal, and there is none of nothing", () => {
  expect([percentOf(2, 3), percentOf(0, 4), percentOf(0, 0)]).toEqual([66.7, 0, null]);
});

test("what the rates leave out is named by why", () => {
  const none = { draft: 0, undecided: 0, withdrawn: 0, allocation: 0, "kind not stated": 0, umbrella: 0 };
  expect(leftOutWords(none)).toBe("No bid is left out of the rates.");
  expect(leftOutWords({ ...none, undecided: 2, withdrawn: 1 })).toBe(
    "Rates are of competitive bids that are decided. Left out: 3 bids, of which 2 not decided yet and 1 withdrawn.",
  );
});

test("where the columns hold more than the rate by value is of, its own sums are said", () => {
  const bid = (
    id: number,
    standing: JudgedBid["standing"],
    requested: number | null,
    awarded: number | null,
  ) => ({
    ...{ id, key: 1, standing, requestedPence: requested, awardedPence: awarded },
  });
  const notesOf = (bids: JudgedBid[]) => {
    const sums = sumsOfJudged(bids);
    const total = { name: "All bids, each once", ...successOf(sums) };
    const rest = { by: "funder", partnerships: null, requestedNotRecorded: 0, awardedNotRecorded: 0 };
    const report = { ...rest, total, leftOut: {}, comparable: comparableOf(sums) };
    return successNotes(report as unknown as SuccessReport).join(" ");
  };
  const known = [bid(1, "won", 10_000, 5_000), bid(2, "lost", 10_000, null)];
  expect(notesOf(known)).not.toContain("of all bids");
  const some = [...known, bid(3, "won", 30_000, null), bid(4, "won in part", null, 7_000)];
  expect(notesOf(some)).toContain(
    "The 25% of all bids is of 2 bids: £50 awarded of £200 requested. The columns hold the amounts of the others, too, as far as they are recorded.",
  );
});
