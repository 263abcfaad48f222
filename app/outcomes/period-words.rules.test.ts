import { describe, expect, test } from "vitest";
import { contradictionOf, isSamePeriod, type Period } from "./period-words.rules.ts";

const of = (
  period: string | null,
  periodFrom: string | null = null,
  periodTo: string | null = null,
): Period => ({
  ...{ period, periodFrom, periodTo },
});

describe("the words of a period contradict its dates", () => {
  test.each([
    ["half-year to September", "2025-04-01", "2026-03-31", "The words say 6 months, the dates are 12 months"],
    ["12 months to June 2020", "2020-01-01", "2020-06-30", "The words say 12 months, the dates are 6 months"],
    ["6 months June-December 2020", "2020-06", "2020-12", "The words say 6 months, the dates are 7 months"],
    ["quarter to June 2025", "2025-06-29", "2025-06-30", "The words say 3 months, the dates are 2 days"],
    ["half-year to September", "2025-10-01", "2026-03-31", "another end of the period than 31 March 2026"],
    ["year to March 2025", null, "2026-03-31", "another end of the period than 31 March 2026"],
    ["2024/25", "2024-04-01", "2026-03-31", "“2024/25” is 1 April 2024 to 31 March 2025"],
    ["2021/22", "2022-06", "2022-09", "and the dates lie outside it"],
    ["Q4 2022/23", "2022-04-01", "2022-06-30", "“Q4 2022/23” is 1 January 2023 to 31 March 2023"],
    ["May 2025", null, "2025-06-30", "and the dates lie outside it"],
    ["spring 2021", "2024-03-01", "2024-05-31", "The words name another year than the dates"],
    ["spring 2025", "2024-03-01", "2024-05-31", "The words name another year than the dates"],
  ])("%s beside %s to %s", (period, from, to, message) => {
    expect(contradictionOf(of(period, from, to))).toContain(message);
    expect(contradictionOf(of(period, from, to))).toMatch(/: put right which of the two is wrong$/);
  });

  test.each([
    ["12 months to June 2020", "2019-07-01", "2020-06-30"],
    ["12 months to June 2020", "2019-07-01", "2020-06-28"],
    ["half-year to September", "2025-04-01", "2025-09-30"],
    ["2026/27", "2026-04-01", "2026-09-30"],
    ["2025/26", "2025-04", "2026-03"],
    ["2018 to 2019", "2018-01-01", "2019-12-31"],
    ["academic year 2021/22", "2021-09-01", "2022-08-31"],
    ["Q2 2011", "2011-07-01", "2011-09-30"],
    ["2011 Q2", "2011-04-01", "2011-06-30"],
    ["winter 2020", "2020-12-01", "2021-02-28"],
    ["winter 2020", null, "2021-02-28"],
    ["winter 2020/21", "2020-12-01", "2021-02-28"],
    ["2020", "2020-04-01", "2021-03-31"],
    ["since June 2020", "2020-06", "2021-08"],
    ["6-month pilot in 2022/23", "2022-04-01", "2022-09-30"],
    ["half", "2026-04-01", "2026-09-30"],
    ["1 May 2022 - 31 May 2023", "2022-05-01", "2023-05-31"],
    ["Force average", "2022-03-01", "2023-05-31"],
    [null, "2022-03-01", "2023-05-31"],
    ["year to March 2025", null, null],
  ])("%s beside %s to %s does not, as far as is certain", (period, from, to) => {
    expect(contradictionOf(of(period, from, to))).toBeNull();
  });
});

describe("two readings are of the same period", () => {
  test("by their first and last days, or as stated", () => {
    const same: [Period, Period][] = [
      [of("2019/20"), of("2019/20")],
      [of("2025/26"), of("12 months to March 2026")],
      [of("Quarter to June 2025"), of(null, "2025-04", "2025-06-30")],
      [of("half", "2026-04-01", "2026-09-30"), of("other words", "2026-04", "2026-09")],
      [of("Winter"), of("winter ")],
    ];
    for (const [one, other] of same)
      expect(isSamePeriod(one, other), JSON.stringify([one, other])).toBe(true);
  });

  test("not where either may be of another", () => {
    const others: [Period, Period][] = [
      [of("2019/20"), of("2020/21")],
      [of("2026/27", "2026-04-01", "2026-09-30"), of("2026/27", "2026-04-01", "2026-06-30")],
      [of("winter"), of("winter", null, "2026-02")],
      [of("15 March 2022 - 14 June 2022"), of("April - June 2022")],
      [of("6-month pilot in 2022/23"), of("half-year to March 2023")],
      [of("2011 Q2"), of("2011/12 Q2")],
    ];
    for (const [one, other] of others)
      expect(isSamePeriod(one, other), JSON.stringify([one, other])).toBe(false);
  });
});
