import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { fundingSecuredAt } from "../funding-secured.queries.server.ts";
import type { Grouping } from "../funding-secured.ts";
import { momentOf } from "../moment.server.ts";
import { reachOf } from "../reach.server.ts";
import type { ChangesQuery } from "./changes.ts";
import { type Comparison, compareReports } from "./comparison.rules.ts";

/**
 * The report "funding secured" at two moments, side by side. Its difference is what the changes between them come to.
 * @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getComparison(
  context: Context,
  query: ChangesQuery,
  by: Grouping,
): Promise<Comparison> {
  requirePermission(context, "register.read");
  const reach = await reachOf(context, query.partnershipIds);
  const from = await fundingSecuredAt(context, by, await momentOf(context, query.from), reach);
  const to = await fundingSecuredAt(context, by, await momentOf(context, query.to), reach);
  return compareReports(from, to);
}
