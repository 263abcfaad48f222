import { formatValue } from "./exact-number.rules.ts";
import type { Measure } from "./measure.ts";

/** "167 (12 months to June 2020)"; "not recorded" where there is nothing. */
export function measuredWords(measured: { value: number | null; period: string | null } | null): string {
  if (measured === null) return "not recorded";
  const value = measured.value === null ? "not recorded" : formatValue(measured.value);
  return measured.period === null ? value : `${value} (${measured.period})`;
}

/** What the counts give on one line; where a period's length is not recorded it says so beside the figures. */
export function computedWords({
  text,
  asTheyStand,
}: Pick<Measure["change"], "text" | "asTheyStand">): string {
  return asTheyStand ? `${text}, as they stand: a period’s length is not recorded` : text;
}

/** The same; where no change can be computed, what was counted last with it. */
export function foundWords({ change, latest }: Pick<Measure, "change" | "latest">): string {
  if (change.kind !== "not-computed" || latest?.value == null) return computedWords(change);
  return `${measuredWords(latest)}. ${change.text}`;
}

type Stated = Pick<Measure, "statedChange" | "change" | "differenceNote" | "parts">;

/** True where what was stated is not what the counts, or the parts of the whole, give. */
export function isStatedOtherwise({ change, parts }: Pick<Stated, "change" | "parts">): boolean {
  return differenceOf({ change, parts }) !== null;
}

/** "Stated −31.5%, computed −31.4%"; null where what was stated is what was computed, or there is nothing to compare. */
export function differenceOf({ change, parts }: Pick<Stated, "change" | "parts">): string | null {
  if (change.stated?.agrees === false) return change.stated.text;
  return parts?.agrees === false ? parts.text : null;
}

/** True where that is so and nobody said yet why: it is still to be recorded. */
export function isUnexplained(measure: Stated): boolean {
  return isStatedOtherwise(measure) && measure.differenceNote === null;
}

/** The change in the words of its author, and whether the counts, and the parts, give the same; empty where none is stated. */
export function statedTexts(measure: Stated): string[] {
  const { stated } = measure.change;
  const parts = measure.parts?.agrees === false ? measure.parts.text : null;
  return [
    measure.statedChange !== null && `“${measure.statedChange}”`,
    stated?.text,
    parts,
    isStatedOtherwise(measure) && `Why: ${measure.differenceNote ?? "not recorded"}`,
  ].filter((text) => typeof text === "string");
}
