import { expect, test } from "vitest";
import { publicSinceWords } from "./public-since.rules.ts";

test("what changed since is told by how often, when and by how much", () => {
  const none = { count: 0, pence: 0, firstOn: null, lastOn: null, records: null };
  expect(publicSinceWords(none)).toEqual([
    "Nothing has changed since in what is secured for the partnership.",
  ]);
  const some = { ...none, count: 2, pence: -4_800_000, firstOn: "2026-11-22", lastOn: "2026-12-01" };
  expect(publicSinceWords({ ...some, records: { count: 50, more: true } })).toEqual([
    "2 changes since in what is secured for the partnership, recorded from 22 November 2026 to 1 December 2026: the total is £48,000 less today.",
    "More than 50 changes of other records that the report is made of.",
  ]);
  expect(publicSinceWords({ ...some, count: 1, pence: 0, lastOn: "2026-11-22" })[0]).toBe(
    "1 change since in what is secured for the partnership, recorded on 22 November 2026: the total is the same.",
  );
});
