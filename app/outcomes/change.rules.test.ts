import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeChange } from "./change.rules.ts";
import type { ChangeQuestion, Measured } from "./change.ts";
import { computedWords } from "./measure-words.rules.ts";

function measured(value: number | null, period: string | null, months: number | null): Measured {
  return { value, period, months };
}

function question(parts: Partial<ChangeQuestion>): ChangeQuestion {
  const nothing = { baseline: null, reading: null, statedChange: null, statedPercent: null };
  return { unit: "incidents", better: "down", ...nothing, ...parts };
}

/** Two financial years of the same unit. */
function years(unit: string, before: number, after: number, statedPercent: number | null = null) {
  const [baseline, reading] = [measured(before, "2018/19", 12), measured(after, "2019/20", 12)];
  return describeChange(question({ unit, baseline, reading, statedPercent }));
}

describe("the NEET cohort of Eastleigh", () => {
  const change = describeChange({
    unit: "occurrences",
    better: "down",
    baseline: measured(167, "12 months to June 2020", 12),
    reading: measured(37, "6 months June-December 2020", 6),
    statedChange: "37 in six months = 74 a year pro rata, a 55% fall",
    statedPercent: -55,
  });

  test("37 in 6 months is 74 a year, down 55.7%", () => {
    expect(change.text).toBe("167 in 12 months, 37 in 6 months: 74 a year, down 55.7%");
    expect(change.yearly).toEqual({ baseline: 167, reading: 74 });
    expect(change).toMatchObject({
      kind: "changed",
      direction: "fell",
      verdict: "good",
      percent: -55.7,
      difference: -93,
    });
  });

  test("it says in words that the periods differ and what scaling takes for granted", () => {
    expect(change.notes).toEqual([
      "The periods differ in length (12 months and 6 months), so the counts are scaled to a year.",
      "That takes the months that were not counted to be like those that were.",
    ]);
  });

  test("the stated 55% differs from the computed 55.7%, which is 56", () => {
    expect(change.stated).toEqual({ agrees: false, text: "Stated −55%, computed −55.7%" });
  });
});

describe("the two-year table of Harborough", () => {
  test.each([
    ["Total Crime", 4689, 4631, -58, -1.2, "4,689 to 4,631, down 58 (−1.2%)"],
    ["Burglary - Residential", 334, 324, -10, -3, "334 to 324, down 10 (−3.0%)"],
    ["Burglary - Business & community", 150, 189, 39, 26, "150 to 189, up 39 (+26.0%)"],
    ["Theft from Motor Vehicle", 415, 513, 98, 23.6, "415 to 513, up 98 (+23.6%)"],
    ["Theft of Motor Vehicle", 104, 123, 19, 18.3, "104 to 123, up 19 (+18.3%)"],
    ["Violence with injury", 337, 349, 12, 3.6, "337 to 349, up 12 (+3.6%)"],
    ["Domestic Violence with injury", 108, 93, -15, -13.9, "108 to 93, down 15 (−13.9%)"],
    ["Criminal Damage", 484, 458, -26, -5.4, "484 to 458, down 26 (−5.4%)"],
    ["Shoplifting", 512, 351, -161, -31.4, "512 to 351, down 161 (−31.4%)"],
    ["Hate Crime", 49, 53, 4, 8.2, "49 to 53, up 4 (+8.2%)"],
    ["ASB reported (Police Data)", 687, 537, -150, -21.8, "687 to 537, down 150 (−21.8%)"],
  ])("%s: %s to %s", (_name, before, after, difference, percent, text) => {
    const change = years("recorded crimes/incidents", before, after);
    expect(change).toMatchObject({ difference, percent, text, yearly: null, notes: [], stated: null });
  });

  test("shoplifting was stated as −31.5%, the counts give −31.4%", () => {
    const { stated } = years("recorded crimes/incidents", 512, 351, -31.5);
    expect(stated).toEqual({ agrees: false, text: "Stated −31.5%, computed −31.4%" });
  });

  test("around 22% for reported anti-social behaviour agrees with −21.8%", () => {
    expect(years("recorded crimes/incidents", 687, 537, -22).stated).toMatchObject({ agrees: true });
  });
});

describe("what cannot be computed is said, not made up", () => {
  const reading = measured(6, "December 2020", 1);

  test.each([
    ["people", null, reading, "No baseline recorded"],
    ["people", null, null, "No baseline and no reading recorded"],
    ["people", reading, null, "No reading recorded"],
    ["reports", measured(null, "2021/22", 12), reading, "The baseline’s value is not recorded"],
    ["reports", reading, measured(null, "2021/22", 12), "The reading’s value is not recorded"],
    ["per cent change", reading, reading, "Recorded as a change: no counts to compute one from"],
  ])("%s", (unit, baseline, latest, text) => {
    const change = describeChange(question({ unit, baseline, reading: latest }));
    expect(change).toMatchObject({
      kind: "not-computed",
      text,
      difference: null,
      percent: null,
      verdict: "neutral",
    });
  });

  test("a per cent without counts stands as stated", () => {
    const change = describeChange(question({ unit: "per cent change", statedPercent: -19.9 }));
    expect(change.stated).toEqual({ agrees: null, text: "Stated −19.9%, no counts to check it against" });
  });

  test("a baseline of 0 gives the change in counts and no per cent", () => {
    const change = years("incidents", 0, 4, 100);
    expect(change).toMatchObject({ difference: 4, percent: null, text: "0 to 4, up 4", verdict: "bad" });
    expect(change.notes).toEqual(["There is no per cent of a baseline of 0."]);
    expect(change.stated?.agrees).toBeNull();
  });

  test("a baseline below 0 gives no per cent either", () => {
    expect(years("balance", -5, 5)).toMatchObject({ difference: 10, percent: null, text: "−5 to 5, up 10" });
  });
});

describe("units and periods", () => {
  test("a percentage changes by percentage points", () => {
    expect(years("per cent", 40, 54).text).toBe("40% to 54%, up 14 percentage points");
    expect(years("% of pupils", 54, 53).text).toBe("54% to 53%, down 1 percentage point");
    expect(years("per cent", 54, 54)).toMatchObject({
      text: "54% to 54%, no change",
      direction: "unchanged",
    });
    expect(years("per cent", 40, 54, 14).stated).toEqual({
      agrees: true,
      text: "Stated +14%, computed +14 percentage points",
    });
    expect(years("per cent", 50, 60, 20).stated).toEqual({
      agrees: true,
      text: "Stated +20%, computed +10 percentage points: the statement is of the percentage itself (20% of 50%, which is 10 points)",
    });
    expect(years("per cent", 40, 53, -33).stated?.text).toBe("Stated −33%, computed +13 percentage points");
    expect(years("per cent", 39, 26, -33).stated?.text).toMatch(/\(33% of 39%, which is about 13 points\)$/);
    expect(years("per cent", 40, 54, 30).stated?.agrees).toBe(false);
  });

  test.each(["people", "families", "per 1,000 residents", "per cent", "average score"])(
    "%s are not scaled to a year where the periods differ",
    (unit) => {
      const [baseline, reading] = [measured(20, "2021/22", 12), measured(10, "2022/23 Q4", 3)];
      const change = describeChange(question({ unit, baseline, reading }));
      expect(change).toMatchObject({ yearly: null, difference: -10 });
      expect(change.notes).toEqual([
        `The periods differ in length (12 months and 3 months). Figures in “${unit}” are not scaled to a year: they are compared as they stand.`,
      ]);
    },
  );

  test("a baseline shorter or longer than a year is scaled too", () => {
    const half = measured(40, "6 months", 6);
    const scaled = (reading: Measured) => describeChange(question({ baseline: half, reading })).text;
    expect(scaled(measured(60, "2019/20", 12))).toBe(
      "40 in 6 months, 60 in 12 months: from 80 a year, down 25.0%",
    );
    expect(scaled(measured(9, "December 2020", 1))).toBe(
      "40 in 6 months, 9 in 1 month: 80 a year to 108 a year, up 35.0%",
    );
    expect(scaled(measured(80, "2019/20", 12))).toBe(
      "40 in 6 months, 80 in 12 months: from 80 a year, no change",
    );
  });

  test("decimals that come to the same a year are no change", () => {
    const [baseline, reading] = [measured(0.1, "1 month", 1), measured(1.2, "2019/20", 12)];
    expect(describeChange(question({ baseline, reading })).text).toBe(
      "0.1 in 1 month, 1.2 in 12 months: from 1.2 a year, no change",
    );
  });

  test("from none, scaled, the change is in counts a year", () => {
    const change = describeChange(
      question({ baseline: measured(0, "2019/20", 12), reading: measured(3, "6 months", 6) }),
    );
    expect(change.text).toBe("0 in 12 months, 3 in 6 months: 6 a year, up 6 a year");
  });

  test("a scaled figure that is not whole is shown to one decimal", () => {
    const change = describeChange(
      question({ baseline: measured(124, "2021/22", 12), reading: measured(151, "13 months", 13) }),
    );
    expect(change.text).toBe("124 in 12 months, 151 in 13 months: 139.4 a year, up 12.4%");
  });

  test("a period whose dates are no whole months is scaled by its days, and it says so", () => {
    const year = measured(167, "2024/25", 12);
    const winter = { ...measured(9, "15 January 2026 to 1 March 2026", null), days: 46 };
    const change = describeChange(question({ baseline: year, reading: winter }));
    expect(change).toMatchObject({
      text: "167 in 12 months, 9 in 46 days: 71.4 a year, down 57.2%",
      ...{ yearly: { baseline: 167, reading: 71.4 }, difference: -95.6, percent: -57.2, verdict: "good" },
    });
    expect(change.notes).toEqual([
      "The periods differ in length (12 months and 46 days), so the counts are scaled to a year of 365 days.",
      "That takes the days that were not counted to be like those that were.",
    ]);
    const before = { ...measured(12, "15 January 2025 to 1 March 2025", null), days: 46 };
    expect(describeChange(question({ baseline: before, reading: winter }))).toMatchObject({
      ...{ text: "12 to 9, down 3 (−25.0%)", yearly: null, notes: [] },
    });
  });

  test("counts over periods of unknown length are compared as they stand, and it says so", () => {
    const change = describeChange(
      question({ baseline: measured(124, "previous year", null), reading: measured(151, "2022/23", 12) }),
    );
    expect(change).toMatchObject({ text: "124 to 151, up 27 (+21.8%)", yearly: null });
    // Nobody can say that it is better or worse, and wherever the per cent stands so does why.
    expect([change.verdict, change.asTheyStand]).toEqual(["neutral", true]);
    expect(computedWords(change)).toBe(
      "124 to 151, up 27 (+21.8%), as they stand: a period’s length is not recorded",
    );
    expect(computedWords(years("incidents", 124, 151))).toBe("124 to 151, up 27 (+21.8%)");
    expect(change.notes).toEqual([
      "A period’s length is not recorded: the counts are compared as they stand.",
    ]);
  });

  test("an average of others is a comparison, not a change over time", () => {
    const change = describeChange(
      question({
        unit: "per 1,000 residents",
        baseline: measured(2.4, "Force average", null),
        reading: measured(1.5, "1 Mar 2022 - 31 May 2023", 15),
      }),
    );
    expect(change.text).toBe("1.5 against 2.4 (Force average): 0.9 lower (−37.5%)");
    expect(change).toMatchObject({ kind: "compared", direction: null, verdict: "neutral" });
    expect(change.notes).toEqual(["This compares with others, not with an earlier time."]);
  });

  test("the average of earlier years is an earlier time", () => {
    const [baseline, reading] = [measured(200, "Average of 2017 to 2019", 12), measured(180, "2019/20", 12)];
    expect(describeChange(question({ baseline, reading })).text).toBe("200 to 180, down 20 (−10.0%)");
  });

  test("a change too small for one decimal is still a change", () => {
    expect(years("incidents", 100_000, 100_001).text).toBe("100,000 to 100,001, up 1 (less than 0.1%)");
  });

  test("a baseline worked out from the stated difference is no check of it", () => {
    const baseline = { ...measured(1453, "2021/22", 12), isDerived: true };
    const reading = measured(1079, "2022/23", 12);
    const change = describeChange(question({ baseline, reading, statedPercent: -25.7 }));
    expect(change.stated).toEqual({ agrees: true, text: "Stated −25.7%, computed −25.7%" });
    expect(change.notes).toEqual([
      "The baseline was worked out from the stated difference: the computed change is no independent check.",
    ]);
  });
});

describe("which way is good", () => {
  test.each([
    ["up", 10, 20, "good"],
    ["up", 20, 10, "bad"],
    ["down", 10, 20, "bad"],
    ["down", 20, 10, "good"],
    ["down", 20, 20, "neutral"],
    [null, 20, 10, "neutral"],
  ] as const)("better %s, from %s to %s: %s", (better, before, after, verdict) => {
    const [baseline, reading] = [measured(before, "2018/19", 12), measured(after, "2019/20", 12)];
    expect(describeChange(question({ better, baseline, reading })).verdict).toBe(verdict);
  });
});

test("for any two counts the per cent is exact to its decimal and the words never say why", () => {
  const count = fc.integer({ min: 1, max: 1_000_000 });
  const months = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(count, count, months, months, (before, after, first, second) => {
      const [baseline, reading] = [measured(before, "then", first), measured(after, "now", second)];
      const change = describeChange(question({ baseline, reading }));
      const exact = ((after / second) * first * 100) / before - 100;
      expect(Math.abs((change.percent ?? Number.NaN) - exact)).toBeLessThanOrEqual(0.0501);
      expect(change.yearly === null).toBe(first === second);
      expect(`${change.text} ${change.notes.join(" ")}`).not.toMatch(/-|\b(because|caus|led to|thanks)/);
    }),
  );
});
