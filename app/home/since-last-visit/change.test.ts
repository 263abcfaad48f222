import { describe, expect, it } from "vitest";
import { type Change, joinRows } from "./change.ts";
import { changeWords } from "./change-words.ts";

const change = (seq: number, parts: Partial<Change> = {}): Change => ({
  seq,
  at: `2026-11-20T09:00:0${seq}.000Z`,
  action: "change draft bid",
  by: "Jo",
  href: "/bids/1",
  caption: "B-000001 Safer evenings",
  ...parts,
});

describe("changes in a row", () => {
  it("of one person to one record are one row, dated the last time", () => {
    const rows = joinRows([
      change(9),
      change(8),
      change(7, { by: "Lee" }),
      change(6),
      change(5, { href: "/bids/2" }),
    ]);
    expect(rows.map(({ seq, times }) => [seq, times])).toEqual([
      [9, 2],
      [7, 1],
      [6, 1],
      [5, 1],
    ]);
    expect(rows.map(changeWords).slice(0, 2)).toEqual(["Changed the draft (2 times)", "Changed the draft"]);
  });
});
