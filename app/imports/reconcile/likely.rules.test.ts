import { expect, test } from "vitest";
import { likelyPairs, type OpenSide } from "./likely.rules.ts";

let count = 0;
function side(parts: Partial<OpenSide> = {}): OpenSide {
  count += 1;
  return { id: count, references: [], names: [], pence: null, dates: [], ...parts };
}

const whyOf = (ours: Partial<OpenSide>, theirs: Partial<OpenSide>) =>
  likelyPairs([side(ours)], [side(theirs)])[0]?.why ?? null;

test.each([
  ["another sign", "AW-1204", "AW/1205"],
  ["two exchanged", "AW-1204", "AW 1240"],
  ["one left out", "AW-1204", "AW-124"],
  ["one too many", "AW-1204", "AW-12045"],
])("references are nearly the same with %s", (_, ours, theirs) => {
  expect(whyOf({ references: [ours] }, { references: [theirs] })).toMatch(/references differ by one sign/);
});

test("what only looks alike is not offered: two signs off, a common word, an amount alone, amounts far apart", () => {
  expect(whyOf({ references: ["AW-1204"] }, { references: ["AW-1299"] })).toBeNull();
  expect(
    whyOf({ names: ["Alder Council"], pence: 100 }, { names: ["Birch Council"], pence: 100 }),
  ).toBeNull();
  expect(whyOf({ pence: 100 }, { pence: 100 })).toBeNull();
  expect(whyOf({ names: ["Alder"], pence: 100 }, { names: ["Alder"], pence: 120 })).toBeNull();
  expect(whyOf({ names: ["Alder"] }, { names: ["Alder"] })).toBeNull();
});

test("an amount with a word or a date in common is offered, and a word with nearly the amount", () => {
  expect(
    whyOf({ names: ["Alder District Council"], pence: 100 }, { names: ["ALDER CSP"], pence: 100 }),
  ).toMatch(/amount and a word/);
  expect(whyOf({ dates: ["2023-10"], pence: 100 }, { dates: ["2023-10-25"], pence: 100 })).toMatch(
    /amount and the date/,
  );
  expect(whyOf({ names: ["Alder"], pence: 100 }, { names: ["Alder"], pence: 109 })).toMatch(/within a tenth/);
});

test("each award and each row is in one pair, the likeliest; of too many nothing is offered", () => {
  const ours = [side({ names: ["Alder"], pence: 105 }), side({ names: ["Alder"], pence: 100 })];
  const theirs = [side({ names: ["Alder"], pence: 100 })];
  expect(likelyPairs(ours, theirs).map(({ oursId }) => oursId)).toEqual([ours[1]?.id]);
  const many = Array.from({ length: 301 }, () => side({ names: ["Alder"], pence: 100 }));
  expect(likelyPairs(many, theirs)).toEqual([]);
});

test("of several with the same amount the ones whose dates are nearest are a pair", () => {
  const quarter = (...dates: string[]) => side({ names: ["Alder"], pence: 100, dates });
  const ours = [quarter("2024-07-01"), quarter("2024-10"), quarter()];
  const theirs = [quarter("2024-11-02"), quarter("2024-07-20")];
  expect(likelyPairs(ours, theirs).map(({ oursId, theirsId }) => [oursId, theirsId])).toEqual([
    [ours[1]?.id, theirs[0]?.id],
    [ours[0]?.id, theirs[1]?.id],
  ]);
});
