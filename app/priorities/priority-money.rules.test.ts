import { expect, test } from "vitest";
import { moneyOfPriorities } from "./priority-money.rules.ts";

const priorities = [
  { id: 1, title: "Burglary" },
  { id: 2, title: "Fire" },
];

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
  expect(moneyOfPriorities(priorities, { secured, bids })).toEqual([
    {
      id: 1,
      title: "Burglary",
      secured: { pence: 300, count: 2, notRecorded: 1 },
      bidFor: { pence: 800, count: 3, notRecorded: 1 },
      lost: { pence: 300, count: 1, notRecorded: 0 },
    },
    {
      id: 2,
      title: "Fire",
      secured: { pence: null, count: 0, notRecorded: 0 },
      bidFor: { pence: 300, count: 1, notRecorded: 0 },
      lost: { pence: 300, count: 1, notRecorded: 0 },
    },
  ]);
});
