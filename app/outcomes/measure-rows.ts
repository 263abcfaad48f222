import type { MeasureChange } from "./measure.schema.ts";
import { monthsOfReading } from "./period.rules.ts";
import type { NewReading } from "./reading.schema.ts";

/** The columns of a measure that its form fills; the target's date is kept apart, with its precision. */
export function measureRow(input: Omit<MeasureChange, "version">) {
  return {
    name: input.name,
    unit: input.unit,
    measure_source: input.measureSource,
    area: input.area,
    better: input.better,
    caveat: input.caveat,
    target_value: input.targetValue,
    stated_change: input.statedChange,
    stated_percent: input.statedPercent,
    difference_note: input.differenceNote,
    part_of_id: input.partOfId,
    cost_caveat: input.costCaveat,
  };
}

/** The columns of a reading that its form fills; the length of its period is worked out. */
export function readingRow(input: NewReading) {
  return {
    kind: input.kind,
    period: input.period,
    period_from: input.periodFrom,
    period_to: input.periodTo,
    months: monthsOfReading(input),
    value: input.value,
    is_derived: input.isDerived ? 1 : 0,
    note: input.note,
  };
}
