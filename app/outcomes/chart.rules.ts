import { formatDate } from "#app/core/calendar-date.ts";
import type { Measured } from "./change.ts";
import { formatValue, roundedQuotient, tenThousandths } from "./exact-number.rules.ts";
import type { Measure } from "./measure.ts";
import { computedWords } from "./measure-words.rules.ts";
import { lengthOf, YEAR } from "./period.rules.ts";
import { kindOfUnit, type UnitKind } from "./unit.rules.ts";

export type ChartBar = { label: string; value: number; text: string };

/** What is drawn of a measure. `whole` is what the full width stands for, where that is not the largest value. */
export type MeasureChart = { finding: string; bars: ChartBar[]; whole?: number };

/** The most bars that fit a chart. */
const MOST_BARS = 12;

type Known = Measured & { value: number };

type Drawn = Pick<
  Measure,
  "name" | "unit" | "baseline" | "readings" | "added" | "change" | "targetValue" | "targetBy"
>;

/**
 * The chart of a measure: the baseline and the latest readings, each by its period; what its parts come to where it has
 * no figures of its own. Counts of events over periods of different lengths are drawn as so many a year. A value that
 * stands alone is drawn beside the target, a percentage on the scale of 100.
 * @returns null where no value is recorded.
 */
export function measureChart(measure: Drawn): MeasureChart | null {
  const kind = kindOfUnit(measure.unit);
  const known = knownOf(measure);
  const drawn = ofLikeLength(kind, known);
  if (drawn.length === 0) return null;
  const bars = barsOf(kind, drawn);
  const left = known.filter((one) => !drawn.includes(one));
  const [only, ...others] = bars;
  if (only && known.length === 1 && others.length === 0) return chartOfOne(measure, kind, only);
  return { finding: sentences([`${measure.name}: ${findingOf(measure, bars)}`, notDrawn(left)]), bars };
}

/** The values that there is room for, the earliest first. */
function knownOf({ baseline, readings, added }: Drawn): Known[] {
  const before = baseline ? [baseline] : [];
  const own = [...before, ...readings.slice(before.length - MOST_BARS)];
  return (added ? [added.baseline, added.latest] : own).filter(isKnown);
}

function isKnown(reading: Measured): reading is Known {
  return reading.value !== null;
}

/** Of counts of events, those whose periods have a length; all of them where none has. */
function ofLikeLength(kind: UnitKind, known: readonly Known[]): readonly Known[] {
  if (kind !== "events") return known;
  const measured = known.filter((one) => lengthOf(one) !== null);
  return measured.length === 0 ? known : measured;
}

function barsOf(kind: UnitKind, drawn: readonly Known[]): ChartBar[] {
  const lengths = drawn.map(lengthOf);
  const isScaled = kind === "events" && lengths.some((length) => length !== lengths[0]);
  return drawn.map((one) => ({
    label: one.period ?? "Period not recorded",
    ...(isScaled ? aYear(one) : { value: one.value, text: textOf(kind, one.value) }),
  }));
}

function aYear(one: Known): Pick<ChartBar, "value" | "text"> {
  const length = lengthOf(one) ?? YEAR;
  const value = roundedQuotient(tenThousandths(one.value) * YEAR, tenThousandths(1) * length, 1);
  const counted = length === YEAR ? "" : ` (${formatValue(one.value)} counted)`;
  return { value, text: `${formatValue(value)} a year${counted}` };
}

function textOf(kind: UnitKind, value: number): string {
  return `${formatValue(value)}${kind === "percentage" ? "%" : ""}`;
}

/** What was computed; where nothing was, the first and the last that is drawn, and why. */
function findingOf({ change }: Drawn, bars: readonly ChartBar[]): string {
  const [first, last] = [bars[0], bars.at(-1)];
  if (change.kind !== "not-computed" || !first || !last || first === last) return computedWords(change);
  return `first ${first.text} (${first.label}), last ${last.text} (${last.label}). ${change.text}`;
}

function notDrawn(left: readonly Known[]): string | null {
  if (left.length === 0) return null;
  const named = left.map(({ period, value }) => `${period ?? "period not recorded"} (${formatValue(value)})`);
  return `Not drawn, as its length is not recorded: ${named.join("; ")}`;
}

/** One value, which shows no change: what it is held against is the target, where there is one. */
function chartOfOne(measure: Drawn, kind: UnitKind, bar: ChartBar): MeasureChart {
  const { name, unit, targetValue, targetBy, baseline, change } = measure;
  const counted = kind === "percentage" ? bar.text : `${bar.text} ${unit}`;
  const which = baseline?.value == null ? "the only reading" : "the baseline";
  const by = targetBy === null ? "" : ` by ${formatDate(targetBy)}`;
  const target = targetValue === null ? null : textOf(kind, targetValue);
  return {
    finding: sentences([
      `${name}: ${counted} (${bar.label}), ${which}`,
      target && `The target is ${target}${by}`,
      change.text,
    ]),
    bars: [
      bar,
      ...(targetValue === null ? [] : [{ label: `Target${by}`, value: targetValue, text: target ?? "" }]),
    ],
    ...(kind === "percentage" && { whole: 100 }),
  };
}

function sentences(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text).join(". ");
}
