import { describeChange } from "./change.rules.ts";
import type { Change, Measured } from "./change.ts";
import { type Combinable, type Combined, combineMeasures, refused } from "./combine.rules.ts";
import { formatValue, sumValues } from "./exact-number.rules.ts";

/** What the parts of a measure come to, beside the whole as it was stated. */
export type PartsCheck = {
  parts: { id: number; name: string }[];
  /** Null where there is no whole to hold the parts against. */
  agrees: boolean | null;
  /** "Its parts come to 141, and 151 is stated". */
  text: string;
};

type Part = Combinable & { id: number };
type Whole = Pick<Combinable, "unit" | "better" | "baseline" | "latest"> & {
  statedChange: string | null;
  statedPercent: number | null;
};

/**
 * Holds a measure against those that are its parts: online reports 151, and 85 in the north with 56 in the south are
 * 141. Nothing is put right. @returns null where it has no parts.
 */
export function checkParts(whole: Whole, parts: readonly Part[]): PartsCheck | null {
  if (parts.length === 0) return null;
  const names = parts.map(({ id, name }) => ({ id, name }));
  const values = parts.map((part) => part.latest?.value ?? null);
  if (values.includes(null)) {
    return {
      parts: names,
      agrees: null,
      text: "A part has no reading with a value, so they are not added up",
    };
  }
  const sum = sumValues(values as number[]);
  const stated = whole.latest?.value ?? null;
  if (stated === null) return { parts: names, agrees: null, text: `Its parts come to ${formatValue(sum)}` };
  const agrees = sum === stated;
  const text = agrees
    ? `Its parts come to ${formatValue(sum)}, as stated`
    : `Its parts come to ${formatValue(sum)}, and ${formatValue(stated)} is stated`;
  return { parts: names, agrees, text };
}

/** What the parts of a measure that has no figures of its own come to. */
export type AddedUp = { baseline: Measured; latest: Measured };

/** The figures of a measure: its own baseline and latest reading or, where it has none, those added up from its parts. */
export function figuresOf<Own>(measure: { baseline: Own; latest: Own; added: AddedUp | null }): {
  baseline: Own | Measured;
  latest: Own | Measured;
} {
  return measure.added ?? { baseline: measure.baseline, latest: measure.latest };
}

type Chosen = Combinable & { id: number; partOfId: number | null; added: AddedUp | null };

/**
 * Adds measures that somebody chose, those that are added up from parts too. A part does not go with its whole, in which
 * it is counted.
 */
export function combineChosen(measures: readonly Chosen[]): Combined {
  for (const part of measures) {
    const whole = measures.find(({ id }) => id === part.partOfId);
    if (whole) return refused(`“${part.name}” is a part of “${whole.name}” and would be counted twice`);
  }
  return combineMeasures(measures.map((measure) => ({ ...measure, ...figuresOf(measure) })));
}

/** The baseline and the latest reading of such a measure, added up from its parts; null where they do not add up. */
export function addUpParts(whole: Whole, parts: readonly Part[]): AddedUp | null {
  if (whole.baseline !== null || whole.latest !== null) return null;
  const combined = combineMeasures(parts);
  const [first] = parts;
  if (!combined.ok || !first?.baseline || !first.latest) return null;
  const [before, after] = [first.baseline, first.latest];
  return {
    baseline: { period: before.period, months: before.months, days: before.days, value: combined.baseline },
    latest: { period: after.period, months: after.months, days: after.days, value: combined.reading },
  };
}

/** The change of a measure whose figures are added up from its parts. */
export function changeOfParts(whole: Whole, { baseline, latest }: AddedUp, parts: readonly Part[]): Change {
  const change = describeChange({ ...whole, baseline, reading: latest });
  const names = parts.map(({ name }) => name).join("; ");
  return { ...change, notes: [`Added up from its parts: ${names}.`, ...change.notes] };
}
