import type { Change, ChangeQuestion, Measured } from "./change.ts";
import { changeNotes, changeText, type Pair } from "./change-words.rules.ts";
import { roundedQuotient, sumValues, tenThousandths } from "./exact-number.rules.ts";
import { lengthOf, YEAR } from "./period.rules.ts";
import { checkStated } from "./stated.rules.ts";
import { kindOfUnit, type UnitKind } from "./unit.rules.ts";

/** Computes the change from the counts and sets it beside what its author stated. */
export function describeChange(question: ChangeQuestion): Change {
  const unit = kindOfUnit(question.unit);
  const { baseline, reading } = question;
  const missing = whatIsMissing(unit, baseline, reading);
  if (missing !== null || !isKnown(baseline) || !isKnown(reading)) {
    return { ...NOTHING_COMPUTED, notes: [], text: missing ?? "", stated: checkStated(question, null) };
  }
  const pair: Pair = { unit, unitText: question.unit, before: baseline, after: reading };
  const kind = isComparator(baseline.period) ? "compared" : "changed";
  const isScaled = kind === "changed" && needsScaling(pair);
  const [before, after] = comparable(pair, isScaled);
  const fraction = before > 0n ? { numerator: (after - before) * 100n, denominator: before } : null;
  const yearly = isScaled ? { baseline: aYear(baseline), reading: aYear(reading) } : null;
  const difference = isScaled ? differenceAYear(pair) : sumValues([reading.value, -baseline.value]);
  const direction = kind === "changed" ? directionOf(before, after) : null;
  const asTheyStand = kind === "changed" && isOfUnknownLength(pair);
  const isPercentage = unit === "percentage";
  const exactPercent = fraction && roundedQuotient(fraction.numerator, fraction.denominator, 1);
  const percent = isPercentage ? null : exactPercent;
  return {
    kind,
    direction,
    verdict: asTheyStand ? "neutral" : verdictOf(direction, question.better),
    difference,
    percent,
    yearly,
    text: changeText(pair, { kind, direction, difference, percent, yearly }),
    ...(asTheyStand && { asTheyStand }),
    notes: changeNotes(pair, { kind, isScaled }),
    stated: checkStated(question, {
      ...{ percent: fraction, direction },
      ...(isPercentage ? { points: difference, baseline: baseline.value } : { points: null }),
    }),
  };
}

const NOTHING_COMPUTED = {
  kind: "not-computed",
  direction: null,
  verdict: "neutral",
  difference: null,
  percent: null,
  yearly: null,
} as const satisfies Partial<Change>;

function whatIsMissing(unit: UnitKind, baseline: Measured | null, reading: Measured | null): string | null {
  if (unit === "change") return "Recorded as a change: no counts to compute one from";
  if (!baseline) return reading ? "No baseline recorded" : "No baseline and no reading recorded";
  if (baseline.value === null) return "The baseline’s value is not recorded";
  if (!reading) return "No reading recorded";
  return reading.value === null ? "The reading’s value is not recorded" : null;
}

function isKnown(measured: Measured | null): measured is Measured & { value: number } {
  return measured !== null && measured.value !== null;
}

const OTHERS =
  /\b(force|national|england|wales|county|regional|district|borough|peers?|similar|neighbouring)\b/i;
const AVERAGE = /\b(average|mean|median|benchmark)\b/i;

/** True for "Force average" and its like: others, not an earlier time. "Average of 2017 to 2019" is an earlier time. */
function isComparator(period: string | null): boolean {
  if (period === null || !AVERAGE.test(period)) return false;
  return OTHERS.test(period) || !/\d{4}/.test(period);
}

/** Counts of events over periods of different known lengths are scaled to a year; nothing else is. */
function needsScaling({ unit, before, after }: Pair): boolean {
  const [first, second] = [lengthOf(before), lengthOf(after)];
  return unit === "events" && first !== null && second !== null && first !== second;
}

/** Half a year's count beside a year's would rise or fall by that alone. */
function isOfUnknownLength({ unit, before, after }: Pair): boolean {
  return unit === "events" && (lengthOf(before) === null || lengthOf(after) === null);
}

/** Two whole numbers in the proportion of what is compared: each count times the other's length where scaled. */
function comparable({ before, after }: Pair, isScaled: boolean): [bigint, bigint] {
  const [first, second] = [tenThousandths(before.value), tenThousandths(after.value)];
  return isScaled ? [first * partsOf(after), second * partsOf(before)] : [first, second];
}

function aYear(measured: Measured & { value: number }): number {
  return roundedQuotient(tenThousandths(measured.value) * YEAR, tenThousandths(1) * partsOf(measured), 1);
}

function differenceAYear(pair: Pair): number {
  const [before, after] = comparable(pair, true);
  const parts = partsOf(pair.before) * partsOf(pair.after);
  return roundedQuotient((after - before) * YEAR, tenThousandths(1) * parts, 1);
}

function partsOf(measured: Measured): bigint {
  return lengthOf(measured) ?? 1n;
}

function directionOf(before: bigint, after: bigint): "rose" | "fell" | "unchanged" {
  if (after === before) return "unchanged";
  return after > before ? "rose" : "fell";
}

function verdictOf(direction: Change["direction"], better: ChangeQuestion["better"]): Change["verdict"] {
  if (direction === null || direction === "unchanged" || better === null) return "neutral";
  return (direction === "rose") === (better === "up") ? "good" : "bad";
}
