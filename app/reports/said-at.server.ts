import { positionAtEndOf, type SaidAt } from "#app/audit/index.server.ts";
import { earlierOf } from "#app/bids/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ReportMoment } from "./moment.server.ts";

/**
 * Dates count as they were known; what has no day of its own, like a name, as it was said on the earlier of both days. Null
 * is now.
 */
export async function saidAt(context: Context, moment: ReportMoment): Promise<SaidAt | null> {
  if (moment.isNow) return null;
  const said = await positionAtEndOf(context, earlierOf(moment));
  return { known: moment.position, said: Math.min(said, moment.position) };
}
