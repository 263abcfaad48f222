import { sumPipeline } from "#app/bids/index.server.ts";
import { addSums, forecastOf } from "#app/bids/index.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { momentOf } from "../moment.server.ts";
import { pipelineQueryOf } from "../pipeline/pipeline.queries.server.ts";
import { reachNames, reachOf } from "../reach.server.ts";
import { rowNames } from "../row-names.queries.server.ts";
import { arrangeSuccess, comparableOf, leftOutOf } from "./success.rules.ts";
import type { SuccessQuery, SuccessReport } from "./success.ts";
import { expectedAgainstAwarded, sumStandings } from "./success-sums.queries.server.ts";

/**
 * The report "Success": how many bids were made, decided, won and lost, by number and by value. Rates are of competitive
 * bids that are decided; all else is counted beside them. Bids stand as they did at the end
 * of the day asked for, as far as it is known on which day they were sent and decided, and as the register said on the
 * day of which the knowledge is asked for; amounts requested and likelihoods as they were said on the earlier of both.
 * @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getSuccess(context: Context, query: SuccessQuery): Promise<SuccessReport> {
  requirePermission(context, "register.read");
  const { by } = query;
  const reach = await reachOf(context, query.partnershipIds);
  const moment = await momentOf(context, query);
  const keyed = await sumStandings(context, by, moment, reach);
  const whole = await sumStandings(context, null, moment, reach);
  const names = await rowNames(
    context,
    by,
    [...new Set(keyed.map(({ key }) => key))].filter((key) => key !== null),
    reach,
  );
  const decided = whole.filter(({ standing }) => ["won", "won in part", "lost"].includes(standing));
  return {
    by,
    partnerships: await reachNames(context, reach),
    asAt: moment.asAt,
    knownAt: moment.knownAt,
    ...arrangeSuccess(by, keyed, whole, names),
    leftOut: leftOutOf(whole),
    comparable: comparableOf(decided),
    requestedNotRecorded: decided.reduce((sum, each) => sum + each.requestedNotRecorded, 0),
    awardedNotRecorded: decided.reduce((sum, each) => sum + each.awardedNotRecorded, 0),
    forecast: forecastOf(addSums(await sumPipeline(context, await pipelineQueryOf(context, moment, reach)))),
    expected: await expectedAgainstAwarded(context, moment, reach),
  };
}
