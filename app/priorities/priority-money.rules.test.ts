import { describe, expect, test } from "vitest";
import { moneyOfPriorities, withoutMoneyWords } from "./priority-money.rules.ts";

const priorities = [
  { id: 1, title: "Burglary", validFrom: null, validTo: null, themes: [] },
  { id: 2, title: "Fire", validFrom: null, validTo: null, themes: [] },
];
const NONE = { pence: 0, approximatePence: 0, awards: 0, notRecorded: 0 };
const exact = { isApproximate: false };
const open = {
  ...exact,
  awardId: 5,
  pence: 2_000_000,
  financialYear: null,
  themeId: null,
  bidPriorityIds: [],
};

test("a priority with money and one with none, with what was bid for and lost", () => {
  const bids = [
    { priorityId: 1, bidId: 7, status: "awarded", pence: 500 },
    { priorityId: 1, bidId: 8, status: "unsuccessful", pence: 300 },
    { priorityId: 1, bidId: 9, status: "submitted", pence: null },
    { priorityId: 1, bidId: 10, status: "draft", pence: 999 },
    { priorityId: 1, bidId: 11, status: "withdrawn", pence: 999 },
    { priorityId: 2, bidId: 8, status: "unsuccessful", pence: 300 },
  ];
  const secured = [
    { ...exact, priorityId: 1, awardId: 3, pence: 200 },
    { priorityId: 1, awardId: 3, pence: 100, isApproximate: true },
    { ...exact, priorityId: 1, awardId: 4, pence: null },
  ];
  expect(moneyOfPriorities(priorities, { secured, open: [], bids })).toEqual([
    {
      id: 1,
      title: "Burglary",
      secured: { pence: 300, isApproximate: true, count: 2, notRecorded: 1 },
      open: NONE,
      bidFor: { pence: 800, count: 3, notRecorded: 1 },
      lost: { pence: 300, count: 1, notRecorded: 0 },
    },
    {
      id: 2,
      title: "Fire",
      secured: { pence: null, isApproximate: false, count: 0, notRecorded: 0 },
      open: NONE,
      bidFor: { pence: 300, count: 1, notRecorded: 0 },
      lost: { pence: 300, count: 1, notRecorded: 0 },
    },
  ]);
});

describe("how many priority areas have money, as far as is known", () => {
  const secured = [{ ...exact, priorityId: 1, awardId: 3, pence: 200 }];
  const third = { ...priorities[0], id: 3, title: "Knives", validFrom: null, validTo: null, themes: [] };
  const words = (those: typeof priorities, lines: (typeof open)[], paid = secured) =>
    withoutMoneyWords(moneyOfPriorities(those, { secured: paid, open: lines, bids: [] }), those, lines);

  test("money that is only not yet apportioned is not none", () => {
    const [burglary, fire] = moneyOfPriorities(priorities, { secured, open: [open], bids: [] });
    expect([burglary?.open.awards, fire?.open.pence]).toEqual([0, 2_000_000]);
    expect(words(priorities, [open])).toBe(
      "1 of 2 priority areas has money from an award. Whether the other one has any money from an award is not known: £20,000 not yet apportioned may be for it.",
    );
    expect(words(priorities, [{ ...open, pence: null as never }], [])).toBe(
      "Whether the 2 priority areas have any money from an award is not known: money not yet apportioned may be for some of them: 1 award whose amount is not recorded.",
    );
  });

  test("only money that may be for one of them that has none is named", () => {
    const ofBid = (id: number) => ({ ...open, awardId: 5 + id, bidPriorityIds: [id] as never[] });
    expect(words([...priorities, third], [ofBid(1), ofBid(2)])).toBe(
      "1 of 3 priority areas has money from an award and 1 has none. Whether the other one has any money from an award is not known: £20,000 not yet apportioned may be for it.",
    );
    expect(words(priorities, [ofBid(2)], [])).toContain(
      "1 of 2 priority areas has no money from an award. Whether",
    );
  });

  test("without such money all is known", () => {
    expect(words(priorities, [])).toBe("1 of 2 priority areas has money from an award and 1 has none.");
    expect(words(priorities, [], [])).toBe("None of the 2 priority areas has money from an award.");
    expect(words(priorities.slice(0, 1), [])).toBe("The priority area has money from an award.");
    const both = [...secured, { ...exact, priorityId: 2, awardId: 3, pence: 200 }];
    expect(words(priorities, [], both)).toBe("All 2 priority areas have money from an award.");
  });
});
