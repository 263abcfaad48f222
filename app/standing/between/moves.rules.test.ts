import { expect, it } from "vitest";
import { becameKnown, changeOf, type Moves, statusRows, totalRow } from "./moves.rules.ts";

type Status = "draft" | "sent" | "won" | "lost";

const known = { fromUnknown: 0, toUnknown: 0, fromApproximate: 0, toApproximate: 0 };
const MOVES: Moves<Status>[] = [
  { from: "draft", to: "sent", count: 2, fromPence: 300, toPence: 300, ...known },
  { from: "sent", to: "won", count: 1, fromPence: 100, toPence: 80, ...known },
  { from: "sent", to: "sent", count: 4, fromPence: 400, toPence: 400, ...known },
  { from: null, to: "draft", count: 3, fromPence: 0, toPence: 50, ...known, toUnknown: 1, toApproximate: 2 },
];

it("each status has what left it on the first day and what came to it by the second; what nothing had is left out", () => {
  expect(statusRows(["draft", "sent", "won", "lost"], MOVES)).toEqual([
    {
      status: "draft",
      before: { count: 2, pence: 300, unknown: 0, approximate: 0 },
      after: { count: 3, pence: 50, unknown: 1, approximate: 2 },
    },
    {
      status: "sent",
      before: { count: 5, pence: 500, unknown: 0, approximate: 0 },
      after: { count: 6, pence: 700, unknown: 0, approximate: 0 },
    },
    {
      status: "won",
      before: { count: 0, pence: 0, unknown: 0, approximate: 0 },
      after: { count: 1, pence: 80, unknown: 0, approximate: 0 },
    },
  ]);
});

it("the differences of all statuses come to the difference of the totals", () => {
  const rows = statusRows(["draft", "sent", "won", "lost"], MOVES);
  const total = totalRow(MOVES);
  const sum = (of: "count" | "pence") => rows.reduce((all, row) => all + row.after[of] - row.before[of], 0);
  expect(total).toEqual({
    before: { count: 7, pence: 800, unknown: 0, approximate: 0 },
    after: { count: 10, pence: 830, unknown: 1, approximate: 2 },
  });
  expect([sum("count"), sum("pence")]).toEqual([3, 30]);
});

it("an amount that is not recorded on one of the days is no rise and no fall: it is named beside the difference", () => {
  const day = (count: number, pence: number, unknown: number) => ({ count, pence, unknown, approximate: 0 });
  expect(changeOf(day(2, 300, 0), day(2, 500, 0))).toEqual({ pence: 200, before: 0, after: 0 });
  expect(changeOf(day(3, 300, 1), day(3, 500, 0))).toEqual({ pence: 200, before: 1, after: 0 });
  expect(changeOf(day(1, 0, 1), day(1, 500, 0)).pence).toBeNull();
  expect(changeOf(day(0, 0, 0), day(1, 500, 0)).pence).toBe(500);
  const at = { from: "sent", to: "sent" };
  expect(becameKnown({ ...at, fromPence: null, toPence: 0 })).toBe("became known");
  expect(becameKnown({ ...at, fromPence: 5, toPence: null })).toBe("not recorded any more");
  expect(becameKnown({ ...at, fromPence: 5, toPence: 6 })).toBeNull();
  expect(becameKnown({ from: null, to: "sent", fromPence: null, toPence: 6 })).toBeNull();
});
