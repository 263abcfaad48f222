import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { momentOf } from "../moment.server.ts";
import { reachNames, reachOf } from "../reach.server.ts";
import { rowNames } from "../row-names.queries.server.ts";
import { leftOutOf, successOf } from "./success.rules.ts";
import type { SuccessQuery, SuccessReport, SuccessRow } from "./success.ts";
import { expectedAgainstAwarded, forecastOf, sumStandings } from "./success-sums.queries.server.ts";

/**
 * The report "Success": how many bids were made, decided, won and lost, by number and by value. Rates are of competitive
 * bids that are decided; all else is counted beside them. Bids stand as they did at the end
 * of the day asked for, as far as it is known on which day they were sent and decided.
 * @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getSuccess(context: Context, query: SuccessQuery): Promise<SuccessReport> {
  requirePermission(context, "register.read");
  const { by } = query;
  const reach = await reachOf(context, query.partnershipIds);
  const moment = await momentOf(context, { asAt: query.asAt ?? null, knownAt: null });
  const keyed = await sumStandings(context, by, moment, reach);
  const whole = await sumStandings(context, null, moment, reach);
  const keys = [...new Set(keyed.map(({ key }) => key))];
  const names = await rowNames(
    context,
    by,
    keys.filter((key) => key !== null),
    reach,
  );
  const rowOf = (key: number | string | null, name: string): SuccessRow => ({
    name,
    ...successOf(keyed.filter((each) => each.key === key)),
  });
  const rows = keys
    .flatMap((key) => (key === null ? [] : [rowOf(key, names.get(key) ?? "Of another partnership")]))
    .filter((row) => row.made > 0)
    .sort((a, b) => (by === "year" ? 0 : b.decided - a.decided) || a.name.localeCompare(b.name, "en-GB"));
  const rest = rowOf(null, "Not recorded");
  const decided = whole.filter(({ standing }) => ["won", "won in part", "lost"].includes(standing));
  return {
    by,
    partnerships: await reachNames(context, reach),
    asAt: moment.asAt,
    rows,
    notRecorded: rest.made > 0 ? rest : null,
    total: { name: "All bids, each once", ...successOf(whole) },
    leftOut: leftOutOf(whole),
    requestedNotRecorded: decided.reduce((sum, each) => sum + each.requestedNotRecorded, 0),
    awardedNotRecorded: decided.reduce((sum, each) => sum + each.awardedNotRecorded, 0),
    forecast: await forecastOf(context, moment, reach),
    expected: await expectedAgainstAwarded(context, moment, reach),
  };
}
