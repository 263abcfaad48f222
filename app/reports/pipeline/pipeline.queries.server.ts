import { listYearlyBids, type PipelineQuery, sumPipeline } from "#app/bids/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { momentOf, type ReportMoment } from "../moment.server.ts";
import { type Reach, reachNames, reachOf } from "../reach.server.ts";
import { saidAt } from "../said-at.server.ts";
import { expectedAgainstAwarded } from "../success/success-sums.queries.server.ts";
import type { PipelineReach, PipelineReportQuery } from "./pipeline.ts";

/** What the pipeline is asked for by the moment and reach of a report. */
export async function pipelineQueryOf(
  context: Context,
  moment: ReportMoment,
  reach: Reach,
): Promise<PipelineQuery> {
  const { asAt, knownAt } = moment;
  // Of all that the actor may read no partnership needs to be named: nothing else is read.
  const isAll = reach.all || reach === context.scope;
  return {
    moment: moment.isNow ? null : { asAt, knownAt, said: await saidAt(context, moment) },
    partnershipIds: isAll ? null : reach.partnershipIds,
  };
}

/** The pipeline that an address asks for, for a file of its bids. @throws NotFoundError as `getPipeline`. */
export async function pipelineOf(context: Context, query: PipelineReportQuery) {
  const reach = await reachOf(context, query.partnershipIds);
  const moment = await momentOf(context, query);
  const of: PipelineReach = {
    partnerships: await reachNames(context, reach),
    asAt: moment.asAt,
    knownAt: moment.knownAt,
  };
  return { of, moment, reach, asked: await pipelineQueryOf(context, moment, reach) };
}

/**
 * The report "Pipeline": the bids that were not decided at the end of a day, as known at the end of another, summed by
 * stage and month, and year by year; and what was expected of those that are decided against what they brought.
 * @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getPipeline(context: Context, query: PipelineReportQuery) {
  requirePermission(context, "register.read");
  const { of, moment, reach, asked } = await pipelineOf(context, query);
  return {
    ...of,
    sums: await sumPipeline(context, asked),
    yearlyBids: await listYearlyBids(context, asked),
    expected: await expectedAgainstAwarded(context, moment, reach),
  };
}
