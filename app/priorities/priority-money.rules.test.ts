import { expect, test } from "vitest";
import { moneyOfPriorities, withoutMoneyWords } from "./priority-money.rules.ts";

const priorities = [
  { id: 1, title: "Burglary", validFrom: null, validTo: null, themes: [] },
  { id: 2, title: "Fire", validFrom: null, validTo: null, themes: [] },
];
const NONE = { pence: 0, awards: 0, notRecorded: 0 };
const open = { awardId: 5, pence: 2_000_000, financialYear: null, themeId: null, bidPriorityIds: [] };

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
    { priorityId: 1, awardId: 3, pence: 200 },
    { priorityId: 1, awardId: 3, pence: 100 },
    { priorityId: 1, awardId: 4, pence: null },
  ];
  expect(moneyOfPriorities(priorities, { secured, open: [], bids })).toEqual([
    {
      id: 1,
      title: "Burglary",
      secured: { pence: 300, count: 2, notRecorded: 1 },
      open: NONE,
      bidFor: { pence: 800, count: 3, notRecorded: 1 },
      lost: { pence: 300, count: 1, notRecorded: 0 },
    },
    {
      id: 2,
      title: "Fire",
      secured: { pence: null, count: 0, notRecorded: 0 },
      open: NONE,
      bidFor: { pence: 300, count: 1, notRecorded: 0 },
      lost: { pence: 300, count: 1, notRecorded: 0 },
    },
  ]);
});

test("money that is only not yet apportioned is not none: how many have no money is said as far as it is known", () => {
  const secured = [{ priorityId: 1, awardId: 3, pence: 200 }];
  const rows = (lines: (typeof open)[]) => moneyOfPriorities(priorities, { secured, open: lines, bids: [] });
  expect(withoutMoneyWords(rows([]), [])).toBe("1 of 2 priority areas has no money from an award.");
  const [burglary, fire] = rows([open]);
  expect([burglary?.open.awards, fire?.open.pence]).toEqual([0, 2_000_000]);
  expect(withoutMoneyWords(rows([open]), [open])).toBe(
    "0 of 2 priority areas have no money from an award. Of 1 more it is not known: £20,000 not yet apportioned may be for it.",
  );
});
