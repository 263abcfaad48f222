import type { Measure } from "./measure.ts";
import { combineChosen } from "./parts.rules.ts";

/** Measures of one partnership, put under their projects. */
export type MeasureGroup = {
  partnershipId: number;
  /** In the order of the list; null for those of the partnership as a whole. */
  parts: { projectId: number | null; measures: Measure[] }[];
  /** Those that can be compared together with at least one other. */
  combinable: Measure[];
};

/** Groups a list of measures by partnership, then by project, in the order in which the list has them. */
export function groupMeasures(measures: readonly Measure[]): MeasureGroup[] {
  const byPartnership = new Map<number, Measure[]>();
  for (const measure of measures) {
    byPartnership.set(measure.partnershipId, [...(byPartnership.get(measure.partnershipId) ?? []), measure]);
  }
  return [...byPartnership].map(([partnershipId, own]) => ({
    partnershipId,
    parts: partsOf(own),
    combinable: own.filter((one) => own.some((other) => other !== one && combineChosen([one, other]).ok)),
  }));
}

function partsOf(measures: readonly Measure[]): MeasureGroup["parts"] {
  const byProject = new Map<number | null, Measure[]>();
  for (const measure of measures) {
    byProject.set(measure.projectId, [...(byProject.get(measure.projectId) ?? []), measure]);
  }
  return [...byProject].map(([projectId, own]) => ({ projectId, measures: own }));
}
