import { sumPence } from "#app/core/money.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { gatherBeside } from "./beside/beside.queries.server.ts";
import { withBeside } from "./beside/beside.rules.ts";
import type { BesideColumn } from "./beside/beside.ts";
import { arrangeRows } from "./funding-secured.rules.ts";
import type { FundingSecuredQuery, FundingSecuredReport, Grouping, Proof } from "./funding-secured.ts";
import { gatherSums } from "./gathered-sums.server.ts";
import { jointTotal, listJointAwards } from "./joint-awards.queries.server.ts";
import { listMayInclude } from "./may-include.queries.server.ts";
import { momentOf, type ReportMoment } from "./moment.server.ts";
import { type Reach, reachNames, reachOf } from "./reach.server.ts";
import { rowNames } from "./row-names.queries.server.ts";

/** The name of a row whose own may not be shown. */
const UNNAMED = "Of another partnership";

/**
 * The report "funding secured": what was awarded, as revised, at a moment. Each figure is one sum of postings.
 * @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getFundingSecured(
  context: Context,
  query: FundingSecuredQuery,
): Promise<FundingSecuredReport> {
  requirePermission(context, "register.read");
  const { by, columns = [] } = query;
  const reach = await reachOf(context, query.partnershipIds);
  const moment = await momentOf(context, query);
  return fundingSecuredWith(context, by, moment, reach, columns);
}

/** The same with columns beside it, for a moment and a reach that are worked out already. */
export async function fundingSecuredWith(
  context: Context,
  by: Grouping,
  moment: ReportMoment,
  reach: Reach,
  columns: readonly BesideColumn[],
): Promise<FundingSecuredReport> {
  const report = await fundingSecuredAt(context, by, moment, reach);
  if (columns.length === 0) return report;
  return withBeside(report, columns, await gatherBeside(context, [by], moment, reach, columns));
}

/** What is secured, without columns beside it. */
export async function fundingSecuredAt(
  context: Context,
  by: Grouping,
  moment: ReportMoment,
  reach: Reach,
): Promise<FundingSecuredReport> {
  const { sums, awardsByRow, awards, awardsPence } = await gatherSums(context, by, moment, reach);
  const keys = sums.flatMap(({ key }) => (key === null ? [] : [key]));
  const names = await rowNames(context, by, keys, reach);
  const { rows, notApportioned, total } = arrangeRows(
    sums,
    awardsByRow,
    awards,
    (key) => names.get(key) ?? UNNAMED,
    by,
  );
  const joint = await listJointAwards(context, moment, reach);
  const jointSum = jointTotal(joint);
  const mayInclude = await listMayInclude(context, moment, reach);

  return {
    figures: {
      report: "funding-secured",
      by,
      asAt: moment.asAt,
      knownAt: moment.knownAt,
      rows,
      notApportionedPence: notApportioned.securedPence,
      totalPence: total.securedPence,
      awards: total.awards,
      notRecorded: total.notRecorded,
      approximatePence: total.approximatePence,
      mayBeTooHighByPence: mayInclude.tooHighByPence,
      jointSplitNotKnownPence: jointSum.securedPence,
    },
    partnerships: await reachNames(context, reach),
    notApportioned,
    total,
    joint: { total: jointSum, awards: joint },
    mayInclude: mayInclude.pairs,
    proof: prove(
      rows.map((row) => row.securedPence),
      notApportioned.securedPence,
      awardsPence,
    ),
  };
}

function prove(shares: readonly number[], notApportionedPence: number, awardsPence: number): Proof {
  const sharesPence = sumPence(shares);
  const countedTwicePence = sharesPence + notApportionedPence - awardsPence;
  return { sharesPence, notApportionedPence, awardsPence, countedTwicePence };
}
