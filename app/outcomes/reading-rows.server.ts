import type { FieldErrors } from "#app/core/result.ts";
import type { Writer } from "#db/open.server.ts";
import { formatValue } from "./exact-number.rules.ts";
import type { ReadingKind } from "./measure.ts";
import { isSamePeriod, type Period } from "./period-words.rules.ts";
import { periodText } from "./reading-order.rules.ts";
import { countsThings } from "./unit.rules.ts";

export const HAS_A_BASELINE = "This measure has a baseline. Change that one, or record this as a reading";

/** True where the measure has a baseline other than the reading given. */
export async function hasBaseline(trx: Writer, measureId: number, exceptId = 0): Promise<boolean> {
  const row = await trx
    .selectFrom("reading")
    .select("id")
    .where("measure_id", "=", measureId)
    .where("kind", "=", "baseline")
    .where("id", "<>", exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

type Recorded = Period & { kind: ReadingKind; value: number | null };

/** Why a value cannot be one of its unit: less than nothing was counted. None where that may be. */
export function refusalOfValue({ value }: Recorded, unit: string): FieldErrors {
  if (value === null || value >= 0 || !countsThings(unit)) return {};
  return { value: `Value must be 0 or more: it counts ${unit}` };
}

/** Why a measure cannot have a unit: what is recorded of it would be less than nothing counted. None where it may. */
export async function refusalOfUnit(trx: Writer, measureId: number, unit: string): Promise<FieldErrors> {
  if (!countsThings(unit)) return {};
  const below = await trx
    .selectFrom("reading")
    .select(["period", "period_from as periodFrom", "period_to as periodTo", "value"])
    .where("measure_id", "=", measureId)
    .where("value", "<", 0)
    .orderBy("id")
    .execute();
  if (below.length === 0) return {};
  const values = below.map((row) => {
    const period = periodText(row);
    return `${formatValue(row.value ?? 0)}${period === null ? "" : ` (${period})`}`;
  });
  return {
    unit: `What is recorded is below 0: ${values.join("; ")}. Nothing that counts ${unit} can be: put that right first, or enter the unit in which it was measured`,
  };
}

/** Why a measure has no second reading of exactly the same period: the later would stand for both without a word. */
export async function refusalOfSecond(
  trx: Writer,
  measureId: number,
  reading: Recorded,
  exceptId = 0,
): Promise<FieldErrors> {
  if (reading.kind === "baseline") return {};
  const rows = await trx
    .selectFrom("reading")
    .select(["period", "period_from as periodFrom", "period_to as periodTo", "value"])
    .where("measure_id", "=", measureId)
    .where("kind", "=", "reading")
    .where("id", "<>", exceptId)
    .orderBy("id")
    .execute();
  const first = rows.find((row) => isSamePeriod(row, reading));
  if (first === undefined) return {};
  const value = first.value === null ? "its value is not recorded" : formatValue(first.value);
  return {
    period: `There is a reading for this period, ${periodText(first)} (${value}): change that one, or say which other period this is`,
  };
}
