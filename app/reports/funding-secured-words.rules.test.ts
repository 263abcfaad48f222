import { describe, expect, test } from "vitest";
import { arrangeRows } from "./funding-secured.rules.ts";
import type { Figures, FundingSecuredReport, FundingSecuredRow } from "./funding-secured.ts";
import { chartOf } from "./funding-secured-chart.rules.ts";
import { fundingSecuredText } from "./funding-secured-text.rules.ts";
import {
  belowZeroWords,
  countedOnceWords,
  jointTotalWords,
  momentWords,
  proofWords,
  shareWords,
  tooHighWords,
} from "./funding-secured-words.rules.ts";

const NOTHING: Figures = {
  securedPence: 0,
  grossPence: 0,
  passedOnPence: 0,
  awards: 0,
  notRecorded: 0,
  approximatePence: 0,
};

const money = (pence: number, parts: Partial<Figures> = {}): Figures => ({
  ...NOTHING,
  grossPence: pence,
  securedPence: pence - (parts.passedOnPence ?? 0),
  awards: 1,
  ...parts,
});

/** A report of these rows, with what it adds up to. */
function reportOf(rows: Record<string, Figures>, notApportioned: Figures = NOTHING): FundingSecuredReport {
  const named = Object.entries(rows).map(
    ([name, figures], id): FundingSecuredRow => ({ id, name, ...figures }),
  );
  const all = [...named, notApportioned];
  const sum = (key: keyof Omit<Figures, "beside">) => all.reduce((total, row) => total + row[key], 0);
  const total = {
    securedPence: sum("securedPence"),
    grossPence: sum("grossPence"),
    passedOnPence: sum("passedOnPence"),
    awards: sum("awards"),
    notRecorded: sum("notRecorded"),
    approximatePence: sum("approximatePence"),
  };
  return {
    figures: {
      report: "funding-secured",
      by: "partnership",
      asAt: "2025-03-31",
      knownAt: "2025-06-30",
      rows: named,
      notApportionedPence: notApportioned.securedPence,
      totalPence: total.securedPence,
      awards: total.awards,
      notRecorded: total.notRecorded,
      approximatePence: total.approximatePence,
      mayBeTooHighByPence: 0,
      jointSplitNotKnownPence: 0,
    },
    partnerships: null,
    notApportioned,
    total,
    joint: { total: NOTHING, awards: [] },
    mayInclude: [],
    proof: {
      sharesPence: total.securedPence - notApportioned.securedPence,
      notApportionedPence: notApportioned.securedPence,
      awardsPence: total.securedPence,
      countedTwicePence: 0,
    },
  };
}

describe("the words of the report", () => {
  test("prove that shares and rest are the awards, to the penny", () => {
    const report = reportOf({ Harborough: money(3_607_300) }, money(29_999_800));
    expect(proofWords(report.proof)).toBe(
      "Shares £36,073.00 + not yet apportioned £299,998.00 = awards £336,071.00. Counted twice: £0.00",
    );
  });

  test("say which moment is shown", () => {
    expect(momentWords({ asAt: "2025-03-31", knownAt: "2025-06-30" })).toBe(
      "As at 31 March 2025, as it was known on 30 June 2025.",
    );
  });

  test("warn of rows that passed on more than came in", () => {
    const report = reportOf({ Aldham: money(100, { passedOnPence: 150 }), Borley: money(5) });
    expect(belowZeroWords(report)).toBe("More was passed on than came in: Aldham.");
    expect(belowZeroWords(reportOf({ Borley: money(5) }))).toBeNull();
  });

  test("say by how much the total may be too high, and why", () => {
    const report = reportOf({ Aldham: money(100_000) });
    report.figures.mayBeTooHighByPence = 5_000;
    const award = { id: 1, reference: "A-1", title: "Various" };
    const other = { id: 2, reference: "A-2", title: "Joint" };
    report.mayInclude = [{ award, other, pence: 5_000 }];
    expect(tooHighWords(report, "when-needed")).toBe(
      "The total may be too high by up to £50. A-1 “Various” may include money of A-2 “Joint”: up to £50.",
    );
  });

  test("round no share to all or nothing", () => {
    expect([shareWords(1, 1000), shareWords(999, 1000), shareWords(1, 3), shareWords(5, 0)]).toEqual([
      " (less than 1%)",
      " (more than 99%)",
      " (33%)",
      "",
    ]);
  });
});

describe("the chart", () => {
  test("names the largest share and what is not yet apportioned", () => {
    const chart = chartOf(reportOf({ Aldham: money(60_000), Borley: money(30_000) }, money(10_000)));
    expect(chart?.finding).toBe("The largest share is Aldham: £600 (60%). £100 (10%) is not yet apportioned");
    expect(chart?.bars.map(({ label, text }) => [label, text])).toEqual([
      ["Aldham", "£600"],
      ["Borley", "£300"],
      ["Not yet apportioned", "£100"],
    ]);
  });

  test("names those who share the first place", () => {
    const chart = chartOf(reportOf({ Aldham: money(50_050), Borley: money(50_050) }));
    expect(chart?.finding).toBe("The largest shares are Aldham and Borley: £500.50 (50%) each");
  });

  test("says where nothing is apportioned, and is not drawn where there is no money", () => {
    expect(chartOf(reportOf({}, money(10_000)))?.finding).toBe(
      "None of the £100 is apportioned by partnership yet",
    );
    expect(chartOf(reportOf({ Aldham: money(0, { notRecorded: 1 }) }))).toBeNull();
  });

  test("has twelve bars at most, which come to the total", () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`Row ${index}`, money(3_000 - index * 100)]),
    );
    const report = reportOf(many, money(700));
    const chart = chartOf(report);
    expect(chart?.bars).toHaveLength(12);
    expect(chart?.bars.at(-2)?.label).toBe("Other (20)");
    expect(chart?.bars.reduce((sum, bar) => sum + bar.value, 0)).toBe(report.figures.totalPence);
  });
});

describe("the rows", () => {
  test("stand largest first, then by name; what came to nothing is left out", () => {
    const sums = (key: string | null, pence: number) => ({
      key,
      grossPence: pence,
      passedOnPence: 0,
      notRecorded: 0,
      approximatePence: 0,
    });
    const { rows, notApportioned, total } = arrangeRows(
      [sums("b", 5), sums("c", 9), sums("a", 5), sums("d", 0), sums(null, 7)],
      new Map([["a", 1]]),
      3,
      String,
      "theme",
    );
    expect(rows.map((row) => row.name)).toEqual(["c", "a", "b"]);
    expect([notApportioned.securedPence, total.securedPence, total.awards]).toEqual([7, 26, 3]);
  });
});

test("years run in their order, whatever was secured for them", () => {
  const sums = (key: number, pence: number) => ({
    key,
    grossPence: pence,
    passedOnPence: 0,
    notRecorded: 0,
    approximatePence: 0,
  });
  const years = [sums(2026, 9), sums(2019, 5), sums(2027, 7)];
  const { rows } = arrangeRows(years, new Map(), 3, String, "year");
  expect(rows.map(({ id }) => id)).toEqual([2019, 2026, 2027]);
});

test("with one row alone nothing is said of shares, nor of numbers of awards that do add up", () => {
  const report = reportOf({ Aldham: money(60_000, { awards: 5 }) });
  expect(chartOf(report)?.finding).toBe("Aldham: £600");
  expect(countedOnceWords(report)).toBeNull();
  const shared = reportOf({ Aldham: money(600), Borley: money(600) });
  shared.total.awards = 1;
  expect(countedOnceWords(shared)).toContain("do not add up");
});

test("the report reads as an aligned table with its proof", () => {
  const report = reportOf(
    { Aldham: money(360_73, { passedOnPence: 100_00 }), "St Mary": money(0, { notRecorded: 1 }) },
    money(100_000),
  );
  expect(fundingSecuredText(report)).toBe(`Funding secured by partnership
Whole register. As at 31 March 2025, as it was known on 30 June 2025.

Partnership          Awards  Amount not recorded         Gross  Passed on       Secured
-------------------  ------  -------------------  ------------  ---------  ------------
Aldham                    1                    0       £360.73    £100.00       £260.73
St Mary                   1                    1  not recorded      £0.00  not recorded
Not yet apportioned       1                    0     £1,000.00      £0.00     £1,000.00
-------------------  ------  -------------------  ------------  ---------  ------------
Total                     3                    1     £1,360.73    £100.00     £1,260.73

+ 1 award, amount not recorded

Shares £260.73 + not yet apportioned £1,000.00 = awards £1,260.73. Counted twice: £0.00
`);
});

test("says of joint awards of which no amount is recorded that, and not £0, and what of it is approximate", () => {
  const joint = { securedPence: 0, awards: 2, notRecorded: 2 };
  expect(jointTotalWords(joint, "when-needed")).toBe("Joint, split not known: amount not recorded, 2 awards");
  expect(jointTotalWords({ ...joint, securedPence: 500, awards: 3 }, "when-needed")).toBe(
    "Joint, split not known: £5, 3 awards, 2 of them not recorded",
  );
  const known = { securedPence: 500, awards: 2, notRecorded: 0 };
  expect(jointTotalWords({ ...known, approximatePence: 500 }, "when-needed")).toBe(
    "Joint, split not known: approximately £5, 2 awards",
  );
  expect(jointTotalWords({ ...known, approximatePence: 200 }, "when-needed")).toBe(
    "Joint, split not known: £5, £2 of it approximate, 2 awards",
  );
});
