import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { fundingSecuredWith } from "../funding-secured.queries.server.ts";
import type { Grouping } from "../funding-secured.ts";
import type { ReportMoment } from "../moment.server.ts";
import { reachOf } from "../reach.server.ts";
import { type ComparedMoments, momentsOf } from "./changes.queries.server.ts";
import type { ChangesQuery } from "./changes.ts";
import { besideIn, compareReports } from "./comparison.rules.ts";
import type { Comparison, SideColumn } from "./comparison.ts";

/**
 * The report "funding secured" at two moments, side by side. Its difference is what the changes between them come to.
 * @param columns of it that stand side by side too. @param known its moments, where they are worked out already
 * @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getComparison(
  context: Context,
  query: ChangesQuery,
  by: Grouping,
  columns: readonly SideColumn[] = [],
  known: ComparedMoments | null = null,
): Promise<Comparison> {
  requirePermission(context, "register.read");
  const reach = await reachOf(context, query.partnershipIds);
  const moments = known ?? (await momentsOf(context, query));
  const at = (moment: ReportMoment) => fundingSecuredWith(context, by, moment, reach, besideIn(columns));
  return compareReports(await at(moments.from), await at(moments.to), columns);
}
