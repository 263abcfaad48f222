import { expect, test } from "vitest";
import { countedTwiceWords, mayBeFor, netOfAwards, openSumOf, openWords } from "./open-money.rules.ts";

const priority = { id: 1, validFrom: "2020-09", validTo: "2022-03", themes: [{ id: 7 }] };
const line = {
  awardId: 3,
  pence: 2_000_000,
  financialYear: null,
  themeId: null,
  bidPriorityIds: [],
  isApproximate: false,
};

test("money without a priority area may be for each that neither its bid, its theme nor its year rules out", () => {
  expect(mayBeFor(priority, line)).toBe(true);
  expect(mayBeFor(priority, { ...line, bidPriorityIds: [1, 2] })).toBe(true);
  expect(mayBeFor(priority, { ...line, bidPriorityIds: [2] })).toBe(false);
  expect(mayBeFor(priority, { ...line, themeId: 7 })).toBe(true);
  expect(mayBeFor(priority, { ...line, themeId: 8 })).toBe(false);
  expect(mayBeFor({ ...priority, themes: [] }, { ...line, themeId: 8 })).toBe(true);
  const years = [2019, 2020, 2021, 2022].map((financialYear) =>
    mayBeFor(priority, { ...line, financialYear }),
  );
  expect(years).toEqual([false, true, true, false]);
});

test("it is said with what is not recorded, and never as £0", () => {
  expect(openWords(openSumOf([]))).toBeNull();
  expect(openWords(openSumOf([line, line]))).toBe("£40,000 not yet apportioned may be for this");
  const unknown = { awardId: 4, pence: null, isApproximate: false };
  expect(openWords(openSumOf([unknown]))).toBe(
    "Money not yet apportioned may be for this: 1 award whose amount is not recorded",
  );
  expect(openWords(openSumOf([line, unknown]), "one of them")).toBe(
    "£20,000 not yet apportioned, and money of 1 award whose amount is not recorded, may be for one of them",
  );
});

test("what other awards take is off, and an award of which they take all is left out", () => {
  const taken = { ...line, pence: -1_500_000 };
  expect(openSumOf([line, taken])).toEqual({
    pence: 500_000,
    approximatePence: 0,
    awards: 1,
    notRecorded: 0,
  });
  expect(netOfAwards([line, taken, { ...taken, pence: -500_000 }])).toEqual([]);
  const other = { ...line, awardId: 5, pence: -1 };
  expect(openSumOf([line, other])).toMatchObject({ pence: 2_000_000, awards: 1, notRecorded: 0 });
  expect(netOfAwards([{ ...line, pence: null }])).toMatchObject([
    { awardId: 3, pence: null, isUnknown: true },
  ]);
});

test("what of it is known only approximately is said", () => {
  const about = { ...line, awardId: 6, pence: 1_000_000, isApproximate: true };
  expect(openWords(openSumOf([about]))).toBe("approximately £10,000 not yet apportioned may be for this");
  expect(openWords(openSumOf([line, about]))).toBe(
    "£30,000 not yet apportioned (£10,000 of it approximate) may be for this",
  );
  expect(netOfAwards([about, { ...about, pence: -1, isApproximate: false }])).toMatchObject([
    { pence: 999_999, isApproximate: true },
  ]);
});

test("awards of which one may hold money of another say by how much their sum may be too high", () => {
  const [award, other] = ["Various", "Joint"].map((title, index) => ({ reference: `A-${index + 1}`, title }));
  if (!award || !other) throw new Error("two awards");
  expect(countedTwiceWords({ pence: 29_999_800, pairs: [{ award, other }] })).toBe(
    "What is not yet apportioned may be too high by up to £299,998: A-1 “Various” may include money of A-2 “Joint”.",
  );
  expect(countedTwiceWords({ pence: 0, pairs: [] })).toBeNull();
});
