import type { SaidAt } from "#app/audit/index.server.ts";
import { earlierOf, listBidsOfPartnership } from "#app/bids/index.server.ts";
import { firstDayOf, type IsoDay, lastDayOf } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear, type FinancialYear, financialYearOf } from "#app/core/financial-year.ts";
import { listNotBid } from "#app/funds/index.server.ts";
import type { NotBid } from "#app/funds/index.ts";
import { listMeasures } from "#app/outcomes/index.server.ts";
import { getPartnership } from "#app/partnerships/index.server.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { listPriorities } from "#app/priorities/index.server.ts";
import { listProjects, type ProjectItem } from "#app/projects/index.server.ts";
import { getChanges } from "../changes/changes.queries.server.ts";
import { getCrossed } from "../crossed/crossed.queries.server.ts";
import type { CrossedReport } from "../crossed/crossed.ts";
import { getFundingSecured } from "../funding-secured.queries.server.ts";
import { momentOf, type ReportMoment } from "../moment.server.ts";
import { findPublishedYear } from "../published/published-year.queries.server.ts";
import { reachOf } from "../reach.server.ts";
import { saidAt } from "../said-at.server.ts";
import { called, namesBetween, titled } from "../then-called.rules.ts";
import { awardedByBid } from "./awarded-by-bid.queries.server.ts";
import { becameIn, isThereBy, isUndated, yearOf } from "./year-bids.rules.ts";
import { columnOfYear } from "./year-money.rules.ts";
import type { BidOfYear, YearlyQuery, YearlyReport } from "./yearly.ts";
import { listYearlySources } from "./yearly-sources.queries.server.ts";

/** So many changes a document can hold and be read; the page of changes has the rest. */
const MOST_CHANGES = 500;

/**
 * The yearly report of a partnership. Its money, measures, bids, priority areas and projects stand as at a day and as
 * known on a day; all else, such as names of funders and themes, as it is recorded.
 * @throws NotFoundError for a partnership outside the scope, as for one that does not exist.
 */
export async function getYearly(context: Context, query: YearlyQuery): Promise<YearlyReport> {
  requirePermission(context, "register.read");
  const { partnershipId, year } = query;
  await reachOf(context, [partnershipId]);
  const moment = await momentOf(context, query);
  const asked = { ...atOf(moment), partnershipIds: [partnershipId] };
  const byProject = await getCrossed(context, { ...asked, by: "project", and: "year" });
  const lastYear = daysOfFinancialYear(year - 1).to;
  const lastYears = await findPublishedYear(context, partnershipId, year - 1, moment.position);
  const from = lastYears ?? { asAt: lastYear, knownAt: lastYear };
  const sides = { from, to: atOf(moment) };
  const then = await saidAt(context, moment);
  const ofPartnership = { partnershipIds: [partnershipId] };
  const priorities = await listPriorities(context, ofPartnership, then);
  const today = await listPriorities(context, ofPartnership);
  const valid = priorities.filter(({ validFrom, validTo }) => touches(year, validFrom, validTo));
  return {
    year,
    asAt: moment.asAt,
    knownAt: moment.knownAt,
    today: context.today,
    partnership: await getPartnership(context, partnershipId),
    priorities: valid,
    prioritiesOutside: priorities.length - valid.length,
    byYear: await getFundingSecured(context, { ...asked, by: "year" }),
    byFunder: await getCrossed(context, { ...asked, by: "funder", and: "year" }),
    byPriority: called(
      await getCrossed(context, { ...asked, by: "priority", and: "year" }),
      namesBetween(today.map(titled), priorities.map(titled)),
    ),
    ...(await bidsOf(context, partnershipId, year, moment)),
    ...(await projectsOf(context, { partnershipId, year, moment, then }, byProject)),
    measures: await listMeasures(context, { partnershipIds: [partnershipId] }, moment.isNow ? null : moment),
    lastYears,
    changes: await getChanges(context, { partnershipIds: [partnershipId], ...sides }, null, MOST_CHANGES),
    sources: await listYearlySources(context, partnershipId),
  };
}

function atOf({ asAt, knownAt, position }: ReportMoment) {
  return { asAt, knownAt, position };
}

async function bidsOf(context: Context, partnershipId: number, year: FinancialYear, moment: ReportMoment) {
  const { knownAt } = moment;
  const all = await listBidsOfPartnership(context, partnershipId, {
    knownAt,
    requestedAt: earlierOf(moment),
  });
  const bids = all.flatMap((bid) => {
    const became = becameIn(bid, year, moment.asAt, knownAt);
    return became === null ? [] : [{ ...bid, became }];
  });
  const awarded = await awardedByBid(
    context,
    bids.map(({ id }) => id),
    moment,
  );
  const notBid = await listNotBid(context, { partnershipIds: [partnershipId], at: moment });
  const bidsThen = ({ round }: NotBid) =>
    all.filter(({ roundId }) => roundId === round.id).filter((bid) => isThereBy(bid, moment.asAt));
  return {
    notBid: notBid
      .filter(({ decidedOn }) => yearOf(decidedOn) === year && decidedOn <= moment.asAt)
      .map((decision) => ({
        ...decision,
        bids: bidsThen(decision).map(({ id, reference }) => ({ id, reference })),
      })),
    bids: bids.map((bid): BidOfYear => ({ ...bid, awardedPence: awarded.get(bid.id) ?? null })),
    undatedDecisions: all.filter(isUndated).length,
  };
}

/**
 * The partnership's projects of the year: those whose dates touch it, and those that have money in it. Beside them those
 * without dates, and of the year that is running those that go on outside their dates.
 */
async function projectsOf(
  context: Context,
  { partnershipId, year, moment, then }: AskedProjects,
  byProject: CrossedReport,
) {
  const rows = new Set(columnOfYear(byProject, year).rows.map(({ row }) => row));
  const projects = await listProjects(context, { partnershipIds: [partnershipId] }, then);
  const today = await listProjects(context, { partnershipIds: [partnershipId] });
  const isDated = ({ startsOn, endsOn }: ProjectItem) => startsOn !== null || endsOn !== null;
  const isOfYear = (project: ProjectItem) =>
    rows.has(String(project.id)) || (isDated(project) && touches(year, project.startsOn, project.endsOn));
  const isGoingOn = ({ status }: ProjectItem) =>
    financialYearOf(earlierOf(moment)) === year && (status === "going_on" || status === "going_on_unfunded");
  return {
    byProject: called(byProject, namesBetween(today, projects)),
    projects: projects.filter(isOfYear),
    otherProjects: projects.filter(
      (project) => !isOfYear(project) && (!isDated(project) || isGoingOn(project)),
    ),
  };
}

type AskedProjects = {
  partnershipId: number;
  year: FinancialYear;
  moment: ReportMoment;
  then: SaidAt | null;
};

/** True where what has these dates may have been there on a day of the year; a date not recorded sets no limit. */
function touches(year: FinancialYear, from: string | null, to: string | null): boolean {
  const days: { from: IsoDay; to: IsoDay } = daysOfFinancialYear(year);
  return (from === null || firstDayOf(from) <= days.to) && (to === null || lastDayOf(to) >= days.from);
}
