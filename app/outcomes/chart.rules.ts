import type { Measured } from "./change.ts";
import { formatValue, roundedQuotient, tenThousandths } from "./exact-number.rules.ts";
import type { Measure } from "./measure.ts";
import { lengthOf, YEAR } from "./period.rules.ts";
import { kindOfUnit } from "./unit.rules.ts";

export type ChartBar = { label: string; value: number; text: string };

/** The most bars that fit a chart. */
const MOST_BARS = 12;

type Known = Measured & { value: number; period: string };

/**
 * The bars of a measure's chart: the baseline and the latest readings, each by its period; what its
 * parts come to where it has no figures of its own. Counts of events over
 * periods of different lengths are drawn as so many a year, or not at all where a length is not known.
 * @returns none where fewer than two can be drawn.
 */
export function chartBars(measure: Pick<Measure, "unit" | "baseline" | "readings" | "added">): ChartBar[] {
  const kind = kindOfUnit(measure.unit);
  const before = measure.baseline ? [measure.baseline] : [];
  const room = MOST_BARS - before.length;
  const own = [...before, ...measure.readings.slice(-room)];
  const drawn = (measure.added ? [measure.added.baseline, measure.added.latest] : own).filter(isKnown);
  if (drawn.length < 2) return [];
  const sign = kind === "percentage" ? "%" : "";
  const lengths = drawn.map(lengthOf);
  if (kind !== "events" || lengths.every((length) => length === lengths[0])) {
    return drawn.map((one) => ({
      label: one.period,
      value: one.value,
      text: `${formatValue(one.value)}${sign}`,
    }));
  }
  if (lengths.includes(null)) return [];
  return drawn.map((one) => {
    const aYear = roundedQuotient(
      tenThousandths(one.value) * YEAR,
      tenThousandths(1) * (lengthOf(one) ?? YEAR),
      1,
    );
    const counted = lengthOf(one) === YEAR ? "" : ` (${formatValue(one.value)} counted)`;
    return { label: one.period, value: aYear, text: `${formatValue(aYear)} a year${counted}` };
  });
}

function isKnown(reading: Measured): reading is Known {
  return reading.value !== null && reading.period !== null;
}
