import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { sumValues } from "./exact-number.rules.ts";
import { kindOfUnit } from "./unit.rules.ts";

export type IndicatorView = "month" | "quarter";

/** A reading as far as its place in the view needs it. `ends` is the last day of its period, where known. */
type Placed = { value: number | null; months: number | null; ends: IsoDay | null };
type Indicator = { unit: string; placed: readonly Placed[] };

/** What a period has: null where there is no reading of it, its value null where that is not recorded. */
export type IndicatorCell = { value: number | null } | null;
export type IndicatorRow<Of> = { indicator: Of; cells: IndicatorCell[] };

/** How many periods a view shows: a year of months, two years of quarters. */
const SHOWN = { month: 12, quarter: 8 };
const LENGTH = { month: 1, quarter: 3 };

/**
 * Key indicators by month or by quarter, the latest period last. A quarter is a reading of three months, or three
 * months of counts of events added up; percentages, rates and what is there at one time are never added up.
 * @returns the months in which the periods end ("2026-03"), a row for each indicator that has one, and those that have none.
 */
export function indicatorTable<Of extends Indicator>(indicators: readonly Of[], view: IndicatorView) {
  const found = indicators.map((indicator) => ({ indicator, by: byMonth(indicator, view) }));
  const last = found
    .flatMap(({ by }) => [...by.keys()])
    .sort()
    .at(-1);
  const periods = last === undefined ? [] : periodsUpTo(last, view);
  const shown = found.filter(({ by }) => periods.some((period) => by.has(period)));
  return {
    periods,
    rows: shown.map(
      ({ indicator, by }): IndicatorRow<Of> => ({
        indicator,
        cells: periods.map((period) => (by.has(period) ? { value: by.get(period) ?? null } : null)),
      }),
    ),
    without: found.filter((one) => !shown.includes(one)).map(({ indicator }) => indicator),
  };
}

/** "March 2026", "Quarter to March 2026". */
export function periodHeading(period: string, view: IndicatorView): string {
  return view === "quarter" ? `Quarter to ${formatDate(period)}` : formatDate(period);
}

function byMonth({ unit, placed }: Indicator, view: IndicatorView): Map<string, number | null> {
  const of = (months: number) =>
    placed.flatMap(({ ends, months: own, value }) =>
      ends !== null && own === months && isWhole(ends, view) ? [[ends.slice(0, 7), value] as const] : [],
    );
  const direct = new Map(of(LENGTH[view]));
  if (view === "month" || kindOfUnit(unit) !== "events") return direct;
  const months = new Map(
    placed.flatMap(({ ends, months, value }) => (ends && months === 1 ? [[ends.slice(0, 7), value]] : [])),
  );
  for (const end of [...months.keys()].filter((month) => isQuarterEnd(month))) {
    const three = [end, before(end, 1), before(end, 2)].map((month) => months.get(month));
    if (direct.has(end) || three.includes(undefined)) continue;
    direct.set(end, three.includes(null) ? null : sumValues(three as number[]));
  }
  return direct;
}

function isWhole(ends: IsoDay, view: IndicatorView): boolean {
  return view === "month" || isQuarterEnd(ends.slice(0, 7));
}

function isQuarterEnd(month: string): boolean {
  return Number(month.slice(5)) % 3 === 0;
}

function periodsUpTo(last: string, view: IndicatorView): string[] {
  return Array.from({ length: SHOWN[view] }, (_, index) =>
    before(last, (SHOWN[view] - 1 - index) * LENGTH[view]),
  );
}

/** The month so many months before another. */
function before(month: string, months: number): string {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}`;
}
