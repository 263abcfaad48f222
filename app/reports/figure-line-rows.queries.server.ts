import { type RawBuilder, sql } from "kysely";
import { awardInScope } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { ownProjectName, projectNames } from "#app/projects/index.server.ts";
import type { FigureLine } from "./figure-lines.ts";
import type { NamedAward } from "./funding-secured.ts";

type Row = {
  line_id: number;
  passes: number;
  amount_pence: number | null;
  approximate: number;
  label: string | null;
  financial_year: number | null;
  stream: "revenue" | "capital" | null;
  project_id: number | null;
  project_other_partnership_id: number | null;
  award_id: number;
  award_reference: string;
  award_title: string;
  has_other: number;
  other_id: number | null;
  other_reference: string | null;
  other_title: string | null;
  bid_id: number | null;
  bid_reference: string | null;
  round_id: number | null;
  round_name: string | null;
  partnership: string | null;
  priority: string | null;
  theme: string | null;
  fund: string | null;
  funder: string | null;
};

/** What the lines are read from: `with … moved`, the joins that the condition needs, and the condition. */
export type LineSource = {
  moved: RawBuilder<unknown>;
  join: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
};

/**
 * A page of lines in the order of the awards, at most `limit` of them. An award or a bid at the other end that the
 * person may not read is not named.
 */
export async function listFigureLines(
  context: Context,
  source: LineSource,
  page: { after: string | null; limit: number },
): Promise<FigureLine[]> {
  const { rows } = await sql<Row>`
    ${source.moved}
    select moved.line_id, moved.passes, moved.amount_pence, moved.approximate, moved.label, moved.financial_year,
      moved.stream, moved.project_id, project.partnership_id as project_other_partnership_id, award.id as award_id, award.reference as award_reference,
      award.title as award_title, case when moved.other_award_id is null then 0 else 1 end as has_other,
      other.id as other_id, other.reference as other_reference, other.title as other_title,
      bid.id as bid_id, bid.reference as bid_reference, round.id as round_id, round.name as round_name,
      partnership.name as partnership, priority.title as priority, theme.name as theme,
      coalesce(kept_fund.name, fund.name) as fund, coalesce(kept_funder.name, funder.name) as funder
    ${linesIn(context, source)} and ${comesAfter(page.after)}
    order by moved.award_id, moved.line_id, moved.passes
    limit ${page.limit}`.execute(context.db.aside);
  const projectIds = rows.flatMap((row) => (row.project_id === null ? [] : [row.project_id]));
  const projects = await projectNames(context, projectIds);
  return rows.map((row) => lineOf(context, row, projects));
}

/** All of these lines in their order, with what a file says of each, in the order of its columns. */
export function figureLineRows(context: Context, source: LineSource) {
  return sql`${source.moved}
    select award.reference, award.title, moved.label,
      case when moved.other_award_id is null then null when moved.passes = 1 then 'passed on to' else 'out of' end as direction,
      case when moved.other_award_id is null then null
        else coalesce(other.reference, 'an award of another partnership') end as other_reference,
      bid.reference as bid_reference, round.name as round_name, partnership.name as partnership_name,
      moved.financial_year, moved.stream, ${ownProjectName(context)} as project_name, priority.title as priority_title,
      theme.name as theme_name, coalesce(kept_fund.name, fund.name) as fund_name,
      coalesce(kept_funder.name, funder.name) as funder_name, cast(moved.amount_pence as bigint) as amount_pence,
      case when moved.amount_pence is null then 'not_recorded' when moved.approximate = 1 then 'approximate' else 'exact' end as basis
    ${linesIn(context, source)}
    order by moved.award_id, moved.line_id, moved.passes`;
}

function linesIn(context: Context, { join, where }: LineSource) {
  const awardsToRead = sql`select award.id from award where ${awardInScope(context.scope)}`;
  return sql`from moved ${join}
    join award on award.id = moved.award_id
    left join award as other on other.id = moved.other_award_id and other.id in (${awardsToRead})
    left join bid on bid.id = award.bid_id and ${bidInScope(context)}
    left join round on round.id = coalesce(award.round_id, bid.round_id)
    left join project on project.id = moved.project_id
    left join partnership on partnership.id = moved.partnership_id
    left join priority on priority.id = moved.priority_id
    left join theme on theme.id = moved.theme_id
    left join fund on fund.id = moved.fund_id
    left join fund as kept_fund on kept_fund.id = fund.merged_into_id
    left join funder on funder.id = moved.funder_id
    left join funder as kept_funder on kept_funder.id = funder.merged_into_id
    where ${where}`;
}

function lineOf({ scope }: Context, row: Row, projects: ReadonlyMap<number, string>): FigureLine {
  const isOwn = scope.all || scope.partnershipIds.includes(row.project_other_partnership_id ?? 0);
  return {
    cursor: `${row.award_id}-${row.line_id}-${row.passes}`,
    award: { id: row.award_id, reference: row.award_reference, title: row.award_title },
    bid: row.bid_id === null ? null : { id: row.bid_id, reference: row.bid_reference ?? "" },
    round: row.round_id === null ? null : { id: row.round_id, name: row.round_name ?? "" },
    partnership: row.partnership,
    financialYear: row.financial_year,
    project:
      row.project_id === null
        ? null
        : {
            id: isOwn ? row.project_id : null,
            name: projects.get(row.project_id) ?? "Project of another partnership",
          },
    priority: row.priority,
    theme: row.theme,
    stream: row.stream,
    fund: row.fund,
    funder: row.funder,
    amountPence: row.amount_pence,
    isApproximate: row.approximate === 1,
    label: row.label,
    between:
      row.has_other === 0
        ? null
        : { direction: row.passes === 1 ? "passed on to" : "out of", award: otherAward(row) },
  };
}

function otherAward({ other_id, other_reference, other_title }: Row): NamedAward | null {
  return other_id === null
    ? null
    : { id: other_id, reference: other_reference ?? "", title: other_title ?? "" };
}

/** A bid in which one of the person's partnerships takes part, or which one of them recorded. */
function bidInScope({ scope }: Context): RawBuilder<unknown> {
  if (scope.all) return sql`1 = 1`;
  return sql`bid.id in (
    select own.bid_id from bid_partnership as own where own.partnership_id in (${sql.join([0, ...scope.partnershipIds])}))`;
}

function comesAfter(cursor: string | null): RawBuilder<unknown> {
  const match = /^(\d{1,15})-(\d{1,15})-([01])$/.exec(cursor ?? "");
  if (!match) return sql`1 = 1`;
  const [award, line, passes] = match.slice(1).map(Number);
  return sql`(moved.award_id > ${award} or (moved.award_id = ${award} and (
    moved.line_id > ${line} or (moved.line_id = ${line} and moved.passes > ${passes}))))`;
}
