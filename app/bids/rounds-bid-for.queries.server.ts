import type { Context } from "#app/platform/context.server.ts";
import { bidsInScope } from "./bid-scope.server.ts";

/** The rounds to which there is a bid that the actor may read, whatever became of it, ascending. */
export async function listRoundsBidFor(context: Context): Promise<number[]> {
  const rows = await bidsInScope(context)
    .select("bid.round_id")
    .where("bid.round_id", "is not", null)
    .groupBy("bid.round_id")
    .orderBy("bid.round_id")
    .execute();
  return rows.flatMap(({ round_id }) => round_id ?? []);
}
