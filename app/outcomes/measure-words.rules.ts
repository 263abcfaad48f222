import { formatValue } from "./exact-number.rules.ts";
import type { Measure } from "./measure.ts";

/** "167 (12 months to June 2020)"; "not recorded" where there is nothing. */
export function measuredWords(measured: { value: number | null; period: string | null } | null): string {
  if (measured === null) return "not recorded";
  const value = measured.value === null ? "not recorded" : formatValue(measured.value);
  return measured.period === null ? value : `${value} (${measured.period})`;
}

type Stated = Pick<Measure, "statedChange" | "change" | "differenceNote" | "parts">;

/** True where what was stated is not what the counts, or the parts of the whole, give. */
export function isStatedOtherwise({ change, parts }: Stated): boolean {
  return change.stated?.agrees === false || parts?.agrees === false;
}

/** The change in the words of its author, and whether the counts, and the parts, give the same; empty where none is stated. */
export function statedTexts(measure: Stated): string[] {
  const { stated } = measure.change;
  const parts = measure.parts?.agrees === false ? measure.parts.text : null;
  return [
    measure.statedChange !== null && `“${measure.statedChange}”`,
    stated?.text,
    parts,
    isStatedOtherwise(measure) && measure.differenceNote !== null && `Why: ${measure.differenceNote}`,
  ].filter((text) => typeof text === "string");
}
