import type { Context } from "#app/platform/context.server.ts";
import { listMeasures } from "./outcomes.queries.server.ts";
import { endOf } from "./reading-order.rules.ts";

/** What the boards of some partnerships of the person's, or of all, watch and no project owns; with where each reading belongs. */
export async function listIndicators(context: Context, partnershipIds: readonly number[] | null) {
  const measures = await listMeasures(context, partnershipIds === null ? {} : { partnershipIds });
  return measures
    .filter((measure) => measure.projectId === null)
    .map((measure) => ({
      ...measure,
      placed: [...(measure.baseline ? [measure.baseline] : []), ...measure.readings].map((reading) => ({
        value: reading.value,
        months: reading.months,
        ends: endOf(reading),
      })),
    }));
}
