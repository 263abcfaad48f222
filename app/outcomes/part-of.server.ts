import type { Writer } from "#db/open.server.ts";
import { sameUnit } from "./unit.rules.ts";

/** Said where a measure may not be a part of the one that was chosen, whatever the reason. */
export const NO_SUCH_WHOLE =
  "Choose a measure of the same partnership and unit that is not itself a part of another";

/**
 * True where a measure may be a part of another: both of one partnership and unit, the whole no part itself and the
 * part without parts, so that nothing is counted in a circle. `partId` is null for one that is not recorded yet.
 */
export async function mayBePartOf(
  trx: Writer,
  wholeId: number,
  part: { id: number | null; partnershipId: number; unit: string },
): Promise<boolean> {
  const whole = await trx
    .selectFrom("measure")
    .select(["id", "unit", "part_of_id"])
    .where("id", "=", wholeId)
    .where("partnership_id", "=", part.partnershipId)
    .executeTakeFirst();
  if (!whole || whole.part_of_id !== null || whole.id === part.id || !sameUnit(whole.unit, part.unit)) {
    return false;
  }
  if (part.id === null) return true;
  const own = await trx
    .selectFrom("measure")
    .select("id")
    .where("part_of_id", "=", part.id)
    .executeTakeFirst();
  return own === undefined;
}
