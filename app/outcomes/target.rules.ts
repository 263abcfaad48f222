import { formatDate, type IsoDay, lastDayOf, type PartialDate } from "#app/core/calendar-date.ts";
import type { Measured } from "./change.ts";
import { formatValue } from "./exact-number.rules.ts";
import { lengthOf } from "./period.rules.ts";
import { kindOfUnit } from "./unit.rules.ts";

export type TargetStanding = "met" | "missed" | "not-yet-known";

export const TARGET_STANDING_NAMES: Record<TargetStanding, string> = {
  met: "Met",
  missed: "Missed",
  "not-yet-known": "Not yet known",
};

type TargetQuestion = {
  unit: string;
  better: "up" | "down" | null;
  targetValue: number | null;
  targetBy: PartialDate | null;
  baseline: Measured | null;
  latest: Measured | null;
  /** The last day of the period of the latest reading, where known. */
  latestEnds: IsoDay | null;
};

/**
 * How a measure stands against its target: met or missed once a reading reaches the day of the target, else not yet
 * known, with the reason. @returns null where it has no target.
 */
export function standingOfTarget(
  question: TargetQuestion,
): { standing: TargetStanding; text: string } | null {
  const { targetValue, targetBy, latest, latestEnds, better } = question;
  if (targetValue === null) return null;
  const unknown = (text: string) => ({ standing: "not-yet-known" as const, text });
  if (better === null) return unknown("which way is good is not stated");
  if (latest === null || latest.value === null) return unknown("no reading with a value yet");
  const unlike = unlikeLengths(question);
  if (unlike !== null) return unknown(unlike);
  const isThere = better === "up" ? latest.value >= targetValue : latest.value <= targetValue;
  const figures = `${formatValue(latest.value)} against ${formatValue(targetValue)}`;
  if (targetBy === null) return isThere ? { standing: "met", text: figures } : unknown(`${figures} so far`);
  if (latestEnds === null)
    return unknown("the day on which the latest reading’s period ends is not recorded");
  if (latestEnds < lastDayOf(targetBy)) {
    return unknown(`${figures} so far; no reading yet for ${formatDate(targetBy)}`);
  }
  return { standing: isThere ? "met" : "missed", text: figures };
}

/** A half-year's count is not held against a year's target, and one of a period of any length against none. */
function unlikeLengths({ unit, baseline, latest }: TargetQuestion): string | null {
  if (kindOfUnit(unit) !== "events" || !baseline || !latest) return null;
  const [before, after] = [lengthOf(baseline), lengthOf(latest)];
  if (after === null) return "the length of the latest reading’s period is not recorded";
  if (before === null) return "the length of the baseline’s period is not recorded";
  return before === after ? null : "the latest reading covers a period of another length than the baseline";
}
