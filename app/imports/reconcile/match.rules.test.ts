import { describe, expect, test } from "vitest";
import type { TheirRow } from "./list-columns.rules.ts";
import { matchList, type OurAward } from "./match.rules.ts";
import { knownDifference } from "./reconciliation.ts";
import { bridgeWords, findingWords } from "./reconciliation-words.rules.ts";

const ours = (id: number, amountPence: number | null, more: Partial<OurAward> = {}): OurAward => ({
  id,
  references: [`A-${id}`],
  amountPence,
  amountBasis: amountPence === null ? "not_recorded" : "exact",
  names: ["Anytown & District CSP"],
  dates: ["2023-10-25"],
  ...more,
});
const theirs = (number: number, amountPence: number | null, more: Partial<TheirRow> = {}): TheirRow => ({
  number,
  reference: null,
  amountPence,
  recipient: "ANYTOWN AND DISTRICT CSP",
  date: "2023-10-25",
  ...more,
});

/** Each item in short: how it stands, the award, the rows. */
const found = (awards: OurAward[], rows: TheirRow[]) =>
  matchList(awards, rows).map(({ kind, awardId, theirRows }) => `${kind} ${awardId ?? "-"} ${theirRows}`);

describe("a row of a funder's list", () => {
  test.each(["A-1", "a 1", "360G-Anytown-A-1"])(
    "is tied by the reference %s, whatever else it says",
    (reference) => {
      const row = theirs(2, 700, { reference, recipient: "Another", date: null });
      expect(found([ours(1, 500), ours(2, 700)], [row])).toEqual(["differs 1 2", "ours_only 2 "]);
    },
  );

  test("whose reference stands more than once is taken together with its twin", () => {
    const part = (number: number) => theirs(number, 250, { reference: "A-1" });
    expect(found([ours(1, 500)], [part(2), part(5)])).toEqual(["agreed 1 2,5"]);
    expect(found([ours(1, 250)], [part(2), part(5)])).toEqual(["differs 1 2,5"]);
  });

  test("is not tied by a reference that two awards share", () => {
    const shared = { references: ["Letter of May"] };
    const row = theirs(2, 900, { reference: "Letter of May", date: null });
    expect(found([ours(1, 500, shared), ours(2, 700, shared)], [row])).toEqual([
      "ours_only 1 ",
      "ours_only 2 ",
      "theirs_only - 2",
    ]);
  });

  test("without a reference is tied by amount, recipient and date, each award once", () => {
    const rows = [theirs(2, 500), theirs(3, 500), theirs(4, 500)];
    expect(found([ours(1, 500), ours(2, 500)], rows)).toEqual([
      "agreed 1 2",
      "agreed 2 3",
      "theirs_only - 4",
    ]);
  });

  test("of the same month is of the same date; of another date it is another award", () => {
    expect(found([ours(1, 500)], [theirs(2, 500, { date: "2023-10" })])).toEqual(["agreed 1 2"]);
    expect(found([ours(1, 500)], [theirs(2, 500, { date: null })])).toEqual(["agreed 1 2"]);
    expect(found([ours(1, 500)], [theirs(2, 500, { date: "2022-10" })])).toEqual([
      "ours_only 1 ",
      "theirs_only - 2",
    ]);
  });

  test.each([
    ["Anytown Community Safety Partnership", "Anytown Community Safety Partnership (invented)"],
    ["Anytown Borough Council", "Anytown Borough Council (invented)"],
    ["Anytown Council", "The Anytown Borough Council"],
  ])("of %s is of our %s: brackets and common words tell nothing apart", (recipient, name) => {
    expect(found([ours(1, 500, { names: [name] })], [theirs(2, 500, { recipient })])).toEqual(["agreed 1 2"]);
  });

  test("keeps what stands in brackets where two names would be one without it", () => {
    const awards = [
      ours(1, 500, { names: ["Anytown (North)"] }),
      ours(2, 500, { names: ["Anytown (South)"] }),
    ];
    expect(found(awards, [theirs(2, 500, { recipient: "Anytown" })])).toEqual([
      "ours_only 1 ",
      "ours_only 2 ",
      "theirs_only - 2",
    ]);
    expect(found(awards, [theirs(2, 500, { recipient: "Anytown (South)" })])).toEqual([
      "agreed 2 2",
      "ours_only 1 ",
    ]);
  });

  test("that names no recipient is tied where only one award can be meant", () => {
    const nameless = theirs(2, 500, { recipient: null });
    expect(found([ours(1, 500)], [nameless])).toEqual(["agreed 1 2"]);
    expect(found([ours(1, 500), ours(2, 500)], [nameless])).toEqual([
      "ours_only 1 ",
      "ours_only 2 ",
      "theirs_only - 2",
    ]);
  });

  test("of another amount is tied by recipient and date where only one award and one row can be meant", () => {
    expect(found([ours(1, 500)], [theirs(2, 600)])).toEqual(["differs 1 2"]);
    expect(found([ours(1, 500)], [theirs(2, 600), theirs(3, 700)])).toEqual([
      "ours_only 1 ",
      "theirs_only - 2",
      "theirs_only - 3",
    ]);
  });

  test("agrees with nothing that is not recorded or cannot be read", () => {
    const row = theirs(2, 500, { reference: "A-1" });
    expect(found([ours(1, null)], [row])).toEqual(["differs 1 2"]);
    expect(found([ours(1, null)], [{ ...row, amountPence: null }])).toEqual(["differs 1 2"]);
  });
});

test("20,000 rows against 5,000 awards of one amount are matched at once", () => {
  const awards = Array.from({ length: 5000 }, (_, id) => ours(id + 1, 500));
  const rows = Array.from({ length: 20_000 }, (_, row) => theirs(row + 2, 500));
  const started = performance.now();
  expect(matchList(awards, rows)).toHaveLength(20_000);
  expect(performance.now() - started).toBeLessThan(5000);
});

test("the result says how the two sides come to each other", () => {
  const kind = (kind: "agreed" | "differs" | "ours_only" | "theirs_only", ours: number, theirs: number) => ({
    kind,
    count: 1,
    oursPence: ours,
    theirsPence: theirs,
    unknown: kind === "ours_only" ? 1 : 0,
    oursAlonePence: 0,
    theirsAlonePence: 0,
    accepted: kind === "differs" ? 1 : 0,
  });
  const kinds = [
    kind("agreed", 500, 500),
    kind("differs", 300, 200),
    kind("ours_only", 70, 0),
    kind("theirs_only", 0, 40),
  ];
  expect(bridgeWords(kinds)).toBe(
    "Ours £8.70, less ours only £0.70, differences −£1.00, theirs only £0.40: theirs £7.40. 1 item without an amount that is recorded or can be read adds nothing to the differences.",
  );
  expect(findingWords(kinds)).toBe("1 of 4 agree, 1 accepted with a reason; 2 are open.");
});

test("what stands beside an amount that is not known is no difference, and the sum adds up", () => {
  const differs = { kind: "differs", count: 2, unknown: 1, accepted: 0 } as const;
  const alone = { oursAlonePence: 4_800_000, theirsAlonePence: 0 };
  const kind = { ...differs, oursPence: 6_055_000, theirsPence: 1_250_000, ...alone };
  expect(knownDifference(kind)).toBe(-5_000);
  expect(bridgeWords([kind])).toBe(
    "Ours £60,550.00, less ours only £0.00, differences −£50.00, theirs only £0.00, less ours beside an amount of theirs that is not known £48,000.00: theirs £12,500.00. 1 item without an amount that is recorded or can be read adds nothing to the differences.",
  );
});
