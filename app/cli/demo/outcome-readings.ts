import type { OutcomeFact } from "./facts.ts";

type Better = "up" | "down" | null;

/**
 * Which way is good, where the measure leaves no doubt. Reports of hate crime, or to a council, may be hoped to rise;
 * how many families or schemes there are says nothing by itself: those stay open.
 */
const BETTER_UP = [
  "NEET cohort in college",
  "NEET cohort in work",
  "Successful Supporting Families claims",
  "Vulnerable pupils in school",
  "Big Band Buffet attendees rating it good or excellent",
];
const BETTER_DOWN = [
  "Police occurrences for the NEET cohort",
  "NEET cohort still NEET",
  "Total recorded crime",
  "ASB incidents reported to police",
  "ASB incidents, quarter",
  "Serious violence rate",
  "Total Crime",
  "Burglary - Residential",
  "Burglary - Business & community",
  "Theft from Motor Vehicle",
  "Theft of Motor Vehicle",
  "Violence with injury",
  "Domestic Violence with injury",
  "Criminal Damage",
  "Shoplifting",
  "ASB reported (Police Data)",
  "Serious violence",
  "Anti-social behaviour",
];

/** "a 55% fall", "fell by 374 (25.7%)", "decreased by around 22%", "increased by 420 (5%)". */
const STATED =
  /\b(?<word>fell|reduced|decreased|increased|rose)\b.*?(?<size>\d+(?:\.\d+)?)%|(?<fall>\d+(?:\.\d+)?)% fall/;
const DERIVED_BASELINE = /baseline ([\d,]+) only by subtraction/;
const COMPARATOR = /\baverage\b/i;

/** What a fact says of a measure, its baseline and its reading. A null value stays null. */
export function readMeasure(fact: OutcomeFact) {
  const comparison = comparisonOf(fact);
  return {
    better: betterOf(fact.measure),
    statedPercent: statedPercentOf(fact.stated_change),
    /** In words, where the "baseline" is not an earlier time. */
    comparison,
    baseline: comparison === null ? baselineOf(fact) : null,
    reading: readingOf("reading", fact.actual_period, fact.actual),
  };
}

function betterOf(measure: string): Better {
  if (BETTER_UP.includes(measure)) return "up";
  return BETTER_DOWN.includes(measure) ? "down" : null;
}

/** The stated change in per cent, with its sign; null where no single per cent is stated. */
export function statedPercentOf(words: string | null): number | null {
  const groups = STATED.exec(words ?? "")?.groups;
  const size = groups?.size ?? groups?.fall;
  if (size === undefined) return null;
  const rises = groups?.word === "increased" || groups?.word === "rose";
  return rises ? Number(size) : -Number(size);
}

/** The comparison with others in words: no change over time may be computed from it. */
function comparisonOf({ baseline_period, baseline, unit }: OutcomeFact): string | null {
  if (baseline_period === null || !COMPARATOR.test(baseline_period)) return null;
  return `Compared with the ${baseline_period.toLowerCase()} of ${baseline ?? "a value not stated"} ${unit}`;
}

function baselineOf(fact: OutcomeFact) {
  if (fact.baseline_period === null) return null;
  const derived = DERIVED_BASELINE.exec(fact.note ?? "")?.[1];
  if (fact.baseline !== null || derived === undefined) {
    return readingOf("baseline", fact.baseline_period, fact.baseline);
  }
  const value = Number(derived.replace(",", ""));
  return { ...readingOf("baseline", fact.baseline_period, value), isDerived: true };
}

function readingOf(kind: "baseline" | "reading", period: string, value: number | null) {
  return {
    kind,
    period,
    periodFrom: null,
    periodTo: null,
    value,
    isDerived: false,
    note: null as string | null,
  };
}
