import type { Writer } from "#db/open.server.ts";

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
