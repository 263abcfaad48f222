import { formatValue, roundedQuotient, tenThousandths } from "./exact-number.rules.ts";
import type { Measure, Reading } from "./measure.ts";
import { kindOfUnit } from "./unit.rules.ts";

export type ChartBar = { label: string; value: number; text: string };

/** The most bars that fit a chart. */
const MOST_BARS = 12;

type Known = Reading & { value: number; period: string };

/**
 * The bars of a measure's chart: the baseline and the latest readings, each by its period. Counts of events over
 * periods of different lengths are drawn as so many a year, or not at all where a length is not known.
 * @returns none where fewer than two can be drawn.
 */
export function chartBars(measure: Pick<Measure, "unit" | "baseline" | "readings">): ChartBar[] {
  const kind = kindOfUnit(measure.unit);
  const before = measure.baseline ? [measure.baseline] : [];
  const room = MOST_BARS - before.length;
  const drawn = [...before, ...measure.readings.slice(-room)].filter(isKnown);
  if (drawn.length < 2) return [];
  const sign = kind === "percentage" ? "%" : "";
  if (kind !== "events" || drawn.every((one) => one.months === drawn[0]?.months)) {
    return drawn.map((one) => ({
      label: one.period,
      value: one.value,
      text: `${formatValue(one.value)}${sign}`,
    }));
  }
  if (drawn.some((one) => one.months === null)) return [];
  return drawn.map((one) => {
    const aYear = roundedQuotient(
      tenThousandths(one.value) * 12n,
      tenThousandths(1) * BigInt(one.months ?? 12),
      1,
    );
    const counted = one.months === 12 ? "" : ` (${formatValue(one.value)} counted)`;
    return { label: one.period, value: aYear, text: `${formatValue(aYear)} a year${counted}` };
  });
}

function isKnown(reading: Reading): reading is Known {
  return reading.value !== null && reading.period !== null;
}
