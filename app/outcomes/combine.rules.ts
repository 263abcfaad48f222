import { describeChange } from "./change.rules.ts";
import type { Change, Measured } from "./change.ts";
import { sumValues } from "./exact-number.rules.ts";
import { lengthOf } from "./period.rules.ts";
import { kindOfUnit, sameUnit } from "./unit.rules.ts";

/** A measure as far as adding it to others needs it. */
export type Combinable = {
  name: string;
  unit: string;
  better: "up" | "down" | null;
  baseline: Measured | null;
  latest: Measured | null;
};

export type Combined =
  | { ok: true; baseline: number; reading: number; change: Change }
  | { ok: false; reason: string };

/**
 * Adds measures of the same unit and periods and computes the change of the whole: residential burglary 334 to 324 and
 * business burglary 150 to 189 are together 484 to 513, +6.0%. Refuses what does not add up: percentages, rates,
 * different units or periods, values that are not recorded.
 */
export function combineMeasures(measures: readonly Combinable[]): Combined {
  const [first, ...others] = measures;
  if (!first || others.length === 0) return refused("Choose at least two measures to compare together");
  if (others.some((other) => !sameUnit(first.unit, other.unit))) {
    return refused("These measures are counted in different units, so they cannot be added together");
  }
  if (!["events", "other"].includes(kindOfUnit(first.unit))) {
    return refused(`Figures in “${first.unit}” cannot be added together`);
  }
  const unknown = measures.find((measure) => !isKnown(measure.baseline) || !isKnown(measure.latest));
  if (unknown) return refused(`“${unknown.name}” has no baseline or no reading with a value`);
  if (others.some((other) => !samePeriods(first, other))) {
    return refused("These measures cover different periods, so they cannot be added together");
  }
  const baseline = total(measures.map((measure) => measure.baseline));
  const reading = total(measures.map((measure) => measure.latest));
  const better = others.every((other) => other.better === first.better) ? first.better : null;
  const change = describeChange({
    unit: first.unit,
    better,
    baseline: { ...periodOf(first.baseline), value: baseline },
    reading: { ...periodOf(first.latest), value: reading },
    statedChange: null,
    statedPercent: null,
  });
  return { ok: true, baseline, reading, change };
}

export function refused(reason: string): Combined {
  return { ok: false, reason };
}

function isKnown(measured: Measured | null): boolean {
  return measured !== null && measured.value !== null;
}

function samePeriods(one: Combinable, other: Combinable): boolean {
  return samePeriod(one.baseline, other.baseline) && samePeriod(one.latest, other.latest);
}

/** The same words and the same length; periods that are not recorded are not the same. */
function samePeriod(one: Measured | null, other: Measured | null): boolean {
  const words = plain(one?.period);
  return words !== "" && words === plain(other?.period) && sameLength(one, other);
}

function sameLength(one: Measured | null, other: Measured | null): boolean {
  return (one && lengthOf(one)) === (other && lengthOf(other));
}

function plain(period: string | null | undefined): string {
  return (period ?? "").trim().toLowerCase().replace(/\s+/g, " ");
}

function periodOf(measured: Measured | null): Pick<Measured, "period" | "months" | "days"> {
  return { period: measured?.period ?? null, months: measured?.months ?? null, days: measured?.days ?? null };
}

function total(measured: readonly (Measured | null)[]): number {
  return sumValues(measured.map((one) => one?.value ?? 0));
}
