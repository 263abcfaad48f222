import { addMeasure } from "#app/outcomes/add-measure.server.ts";
import { addReading } from "#app/outcomes/add-reading.server.ts";
import type { NewMeasure } from "#app/outcomes/measure.schema.ts";
import type { NewReading } from "#app/outcomes/reading.schema.ts";
import type { Context } from "#app/platform/context.server.ts";
import { uniqueName } from "#tests/factories/register.ts";

/** What a measure says where nothing else is stated. */
export const PLAIN_MEASURE = {
  name: "Reports of anti-social behaviour",
  unit: "incidents",
  measureSource: null,
  area: null,
  better: "down",
  caveat: null,
  targetValue: null,
  targetBy: null,
  statedChange: null,
  statedPercent: null,
  differenceNote: null,
  partOfId: null,
  costCaveat: null,
} as const satisfies Omit<NewMeasure, "subject">;

export const PLAIN_READING = {
  kind: "reading",
  period: "2019/20",
  periodFrom: null,
  periodTo: null,
  value: 1,
  isDerived: false,
  note: null,
} as const satisfies NewReading;

/** Records a measure, of a name of its own unless one is given, and answers its id. */
export async function measure(
  context: Context,
  subject: NewMeasure["subject"],
  parts: Partial<NewMeasure> = {},
): Promise<number> {
  const result = await addMeasure(context, {
    ...{ ...PLAIN_MEASURE, name: uniqueName(PLAIN_MEASURE.name) },
    ...{ ...parts, subject },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value.measureId;
}

/** Records the baseline and a reading of a measure, each a value over a period as stated. */
export async function beforeAndAfter(
  context: Context,
  measureId: number,
  baseline: [number | null, string],
  reading: [number | null, string],
): Promise<void> {
  const [before, after] = [baseline, reading].map(([value, period]) => ({ ...PLAIN_READING, value, period }));
  await addReading(context, measureId, { ...PLAIN_READING, ...before, kind: "baseline" });
  await addReading(context, measureId, { ...PLAIN_READING, ...after });
}
