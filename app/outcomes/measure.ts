import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Source } from "#app/partnerships/index.ts";
import type { Change } from "./change.ts";
import type { AddedUp, PartsCheck } from "./parts.rules.ts";
import type { TargetStanding } from "./target.rules.ts";

export type ReadingKind = "baseline" | "reading";

/** A value and the period that it covers. */
export type Reading = {
  id: number;
  kind: ReadingKind;
  /** The period as stated, or in words from its two dates; null where neither is recorded. */
  period: string | null;
  /** The period as stated. */
  periodStated: string | null;
  /** Partial dates. */
  periodFrom: string | null;
  periodTo: string | null;
  /** Length of the period, where known. */
  months: number | null;
  /** Its length in days, where its dates are known and do not make whole months. */
  days?: number | null;
  value: number | null;
  isDerived: boolean;
  note: string | null;
};

export type Measure = {
  id: number;
  partnershipId: number;
  projectId: number | null;
  name: string;
  unit: string;
  measureSource: string | null;
  area: string | null;
  better: "up" | "down" | null;
  caveat: string | null;
  targetValue: number | null;
  /** A partial date. */
  targetBy: string | null;
  statedChange: string | null;
  statedPercent: number | null;
  baseline: Reading | null;
  /** Those that are not the baseline, the earliest period first. */
  readings: Reading[];
  /** The reading whose period ends last. */
  latest: Reading | null;
  /** The last day of its period, or of that of the figure added up; null where it is not known. */
  latestEnds: IsoDay | null;
  /** Its figures added up from its parts, where it has none of its own and they add up; else null. */
  added: AddedUp | null;
  change: Change;
  /** Why the stated change is not the computed one, where somebody said so. */
  differenceNote: string | null;
  /** What to beware of in its cost per unit; null where that would mean nothing. */
  costCaveat: string | null;
  partOfId: number | null;
  /** What its parts come to; null where it has none. */
  parts: PartsCheck | null;
  /** Null where it has no target. */
  target: { standing: TargetStanding; text: string } | null;
  version: number;
};

/** A measure with where it was published, and where its readings were, by the reading's id. */
export type MeasureRecord = Measure & { source: Source | null; readingSources: Record<number, Source> };
