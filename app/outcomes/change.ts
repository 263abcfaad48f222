import type { StatedCheck } from "./stated.rules.ts";

/** What was measured in one period. */
export type Measured = {
  value: number | null;
  /** The period as stated. */
  period: string | null;
  /** Its length in months, where known. */
  months: number | null;
  /** Its length in days, where its dates are known and do not make whole months; else null or left out. */
  days?: number | null;
  /** True where the value was worked out from a stated difference. */
  isDerived?: boolean;
};

export type ChangeQuestion = {
  unit: string;
  better: "up" | "down" | null;
  baseline: Measured | null;
  reading: Measured | null;
  /** The change in the words of its author, and in per cent (−55 for a fall of 55%). */
  statedChange: string | null;
  statedPercent: number | null;
};

/** What the counts say, in numbers and in words. Nothing here says why: a change is never said to be caused. */
export type Change = {
  /** `compared` where the baseline is not an earlier time but others ("Force average"). */
  kind: "changed" | "compared" | "not-computed";
  /** Null unless it is a change over time. */
  direction: "rose" | "fell" | "unchanged" | null;
  verdict: "good" | "bad" | "neutral";
  /** Reading less baseline: in the unit, in percentage points, or in the unit a year where `yearly` is given. */
  difference: number | null;
  /** To one decimal; null for percentages and where the baseline is 0 or less. */
  percent: number | null;
  /** Both counts scaled to twelve months, to one decimal, where that was needed. */
  yearly: { baseline: number; reading: number } | null;
  /** True where counts are compared as they stand, because it is not recorded how long a period is; left out elsewhere. */
  asTheyStand?: true;
  /** "167 in 12 months, 37 in 6 months: 74 a year, down 55.7%". */
  text: string;
  /** How it was worked out, and what to beware of: whole sentences. */
  notes: string[];
  stated: StatedCheck | null;
};
