import type { Reader, Writer } from "#db/open.server.ts";
import type { OverAllocation } from "./over-allocation.ts";

/** How much of an award is meant to be passed on; null where nobody said so. Call with an award in scope. */
export async function findOverAllocation(
  reader: Reader | Writer,
  awardId: number,
): Promise<OverAllocation | null> {
  const row = await reader
    .selectFrom("over_allocation")
    .select(["percentage", "reason", "version"])
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  return row ?? null;
}
