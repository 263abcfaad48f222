import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import { awardInScope, type Moment } from "#app/awards/index.server.ts";
import type { VersionKind } from "#app/awards/index.ts";
import { ukDayOf } from "#app/core/calendar-date.ts";
import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { ownProjectName, projectNames } from "#app/projects/index.server.ts";
import { addUp, figuresOf } from "../funding-secured.rules.ts";
import type { AskedMoment } from "../funding-secured.ts";
import { gatherSums } from "../gathered-sums.server.ts";
import { jointTotal, listJointAwards } from "../joint-awards.queries.server.ts";
import { momentOf, type ReportMoment } from "../moment.server.ts";
import { isCounted, placeIn, type Reach, reachNames, reachOf } from "../reach.server.ts";
import type { Change, Changes, ChangesInSum, ChangesQuery, MomentTotal } from "./changes.ts";

/** As many as a page shows, unless more are asked for. */
const CHANGES_PER_PAGE = 200;

/**
 * What the report "funding secured" gained and lost between two moments: the postings that stand in one and not in the
 * other, each with the reason of its version, in the order in which they were recorded. They come to the difference
 * of the two totals, which are worked out apart from them.
 * @param after the place after which the page starts. @param most how many of them at once. @throws NotFoundError for a partnership outside the scope.
 */
export async function getChanges(
  context: Context,
  query: ChangesQuery,
  after: string | null,
  most = CHANGES_PER_PAGE,
): Promise<Changes> {
  requirePermission(context, "register.read");
  const reach = await reachOf(context, query.partnershipIds);
  const moments = await momentsOf(context, query);
  const from = await totalAt(context, moments.from, reach);
  const to = await totalAt(context, moments.to, reach);
  const { count, pence } = await addUpChanges(context, moments, reach);
  const found = await listChanges(context, moments, reach, { after, most });
  const changes = found.slice(0, most);
  return {
    partnerships: await reachNames(context, reach),
    from,
    to,
    count,
    changedPence: pence,
    unexplainedPence: to.totalPence - from.totalPence - pence,
    changes,
    next: found.length > most ? (changes.at(-1)?.cursor ?? null) : null,
  };
}

/**
 * What changed since a moment of one partnership, without a word of any award: no more than may stand beside a report
 * that anybody reads. Whether the report itself may be read has been settled by whoever asks.
 */
export async function changesInSum(
  context: Context,
  partnershipId: number,
  since: AskedMoment,
): Promise<ChangesInSum> {
  const reach: Reach = { all: false, partnershipIds: [partnershipId] };
  const from = await momentOf(context, since);
  const to = await momentOf(context, { asAt: null, knownAt: null });
  const { count, pence, first, last } = await addUpChanges(context, { from, to }, reach);
  return { count, pence, firstOn: first && ukDayOf(first), lastOn: last && ukDayOf(last) };
}

/** The report's own total at a moment, as its page works it out. */
async function totalAt(context: Context, moment: ReportMoment, reach: Reach): Promise<MomentTotal> {
  const { sums, awards } = await gatherSums(context, "partnership", moment, reach);
  const { securedPence, notRecorded, approximatePence } = figuresOf(addUp(sums), 0);
  const { asAt, knownAt, position } = moment;
  const total = { asAt, knownAt, position, totalPence: securedPence, notRecorded, approximatePence };
  if (awards > 0) return { ...total, isEmpty: false };
  return { ...total, isEmpty: true, joint: jointTotal(await listJointAwards(context, moment, reach)) };
}

export type Moments = { from: Moment; to: Moment };

/** The moments of two reports that are compared. */
export type ComparedMoments = { from: ReportMoment; to: ReportMoment };

/** Works both out once, so that all that is compared of them is of the same two. */
export async function momentsOf(
  context: Context,
  { from, to }: Pick<ChangesQuery, "from" | "to">,
): Promise<ComparedMoments> {
  return { from: await momentOf(context, from), to: await momentOf(context, to) };
}

/** 1 for a posting that only the second report holds, −1 for one that only the first holds, else 0. */
export function direction({ from, to }: Moments): RawBuilder<number> {
  const held = ({ asAt, position }: Moment) =>
    sql`case when posting.effective_on <= ${asAt} and posting.seq <= ${position} then 1 else 0 end`;
  return sql<number>`(${held(to)} - ${held(from)})`;
}

function changed(moments: Moments, reach: Reach): RawBuilder<unknown> {
  return sql`${direction(moments)} <> 0 and ${isCounted(reach, placeIn("posting"))}`;
}

async function addUpChanges(context: Context, moments: Moments, reach: Reach) {
  const { rows } = await sql<{ count: number; pence: number; first: string | null; last: string | null }>`
    select cast(count(*) as bigint) as count,
      cast(coalesce(sum(${direction(moments)} * (posting.gross_pence - posting.passed_on_pence)), 0) as bigint) as pence,
      min(award_version.sealed_at) as first, max(award_version.sealed_at) as last
    from posting join award_version on award_version.id = posting.version_id
    where ${changed(moments, reach)}`.execute(context.db.aside);
  return rows[0] ?? { count: 0, pence: 0, first: null, last: null };
}

type Row = {
  id: number;
  seq: number;
  direction: number;
  award_id: number;
  reference: string;
  title: string;
  cause_id: number | null;
  cause_reference: string | null;
  number: number;
  kind: VersionKind;
  reason: string;
  decision_reference: string | null;
  effective_on: string;
  sealed_at: string;
  partnership: string | null;
  financial_year: number | null;
  project_id: number | null;
  priority: string | null;
  theme: string | null;
  stream: "revenue" | "capital" | null;
  fund: string | null;
  pence: number;
  not_recorded: number;
};

/** Each posting with its award, the version that moved it, that version's own award where it may be read, and its names. */
function postingsInWords({ scope }: Context): RawBuilder<unknown> {
  return sql`from posting
    join award on award.id = posting.award_id
    join award_version on award_version.id = posting.version_id
    left join award as cause on cause.id = award_version.award_id and cause.id in (
      select award.id from award where ${awardInScope(scope)})
    left join partnership on partnership.id = posting.partnership_id
    left join priority on priority.id = posting.priority_id
    left join theme on theme.id = posting.theme_id
    left join fund on fund.id = posting.fund_id
    left join fund as kept_fund on kept_fund.id = fund.merged_into_id`;
}

/**
 * All the changes that `getChanges` shows page by page, in the same order, as one query for a file: the columns of
 * `CHANGE_COLUMNS` in their order. The version that moved one is null where the person may not read its award.
 */
export async function changesQuery(
  context: Context,
  { partnershipIds, from, to }: ChangesQuery,
): Promise<CompiledQuery> {
  requirePermission(context, "register.read");
  const reach = await reachOf(context, partnershipIds);
  const moments = await momentsOf(context, { from, to });
  const ofCause = (column: string) =>
    sql`case when cause.id is null then null else ${sql.ref(`award_version.${column}`)} end`;
  return sql`
    select award.reference, award.title,
      cast(case when posting.not_recorded <> 0 and posting.gross_pence = posting.passed_on_pence then null
        else ${direction(moments)} * (posting.gross_pence - posting.passed_on_pence) end as bigint) as change_pence,
      cast(nullif(${direction(moments)} * posting.not_recorded, 0) as bigint) as not_recorded,
      cause.reference as cause_reference, ${ofCause("number")} as number, ${ofCause("kind")} as kind,
      ${ofCause("reason")} as reason, ${ofCause("decision_reference")} as decision_reference,
      posting.effective_on, award_version.sealed_at, partnership.name as partnership_name, posting.financial_year,
      posting.stream, ${ownProjectName(context)} as project_name, priority.title as priority_title,
      theme.name as theme_name, coalesce(kept_fund.name, fund.name) as fund_name
    ${postingsInWords(context)}
    left join project on project.id = posting.project_id
    where ${changed(moments, reach)}
    order by posting.seq, posting.id`.compile(context.db.read);
}

async function listChanges(
  context: Context,
  moments: Moments,
  reach: Reach,
  { after, most }: { after: string | null; most: number },
): Promise<Change[]> {
  const { rows } = await sql<Row>`
    select posting.id, posting.seq, ${direction(moments)} as direction, award.id as award_id, award.reference,
      award.title, cause.id as cause_id, cause.reference as cause_reference, award_version.number, award_version.kind, award_version.reason, award_version.decision_reference,
      posting.effective_on, award_version.sealed_at, partnership.name as partnership, posting.financial_year,
      posting.project_id, priority.title as priority, theme.name as theme, posting.stream,
      coalesce(kept_fund.name, fund.name) as fund, posting.gross_pence - posting.passed_on_pence as pence,
      posting.not_recorded
    ${postingsInWords(context)}
    where ${changed(moments, reach)} and ${comesAfter(after)}
    order by posting.seq, posting.id
    limit ${most + 1}`.execute(context.db.aside);
  const projectIds = rows.flatMap((row) => (row.project_id === null ? [] : [row.project_id]));
  const projects = await projectNames(context, projectIds);
  return rows.map((row) => changeOf(row, projects));
}

function changeOf(row: Row, projects: ReadonlyMap<number, string>): Change {
  return {
    cursor: `${row.seq}-${row.id}`,
    award: { id: row.award_id, reference: row.reference, title: row.title },
    cause: causeOf(row),
    effectiveOn: row.effective_on,
    recordedOn: ukDayOf(row.sealed_at),
    partnership: row.partnership,
    financialYear: row.financial_year,
    project:
      row.project_id === null ? null : (projects.get(row.project_id) ?? "Project of another partnership"),
    priority: row.priority,
    theme: row.theme,
    stream: row.stream,
    fund: row.fund,
    pence: row.direction * row.pence,
    notRecorded: row.direction * row.not_recorded,
  };
}

/** Money inside an award moves by a version of the inner one, which the person may not be allowed to read. */
function causeOf(row: Row): Change["cause"] {
  if (row.cause_id === null) return null;
  return {
    awardId: row.cause_id,
    reference: row.cause_reference ?? "",
    number: row.number,
    kind: row.kind,
    reason: row.reason,
    decisionReference: row.decision_reference,
  };
}

function comesAfter(cursor: string | null): RawBuilder<unknown> {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(cursor ?? "");
  if (!match) return sql`1 = 1`;
  const [seq, id] = match.slice(1).map(Number);
  return sql`(posting.seq > ${seq} or (posting.seq = ${seq} and posting.id > ${id}))`;
}
