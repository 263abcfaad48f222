import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import type { BidFilters } from "../bid-filters.ts";
import { written } from "../bid-scope.server.ts";
import { holdsAll } from "./holding.server.ts";

/** More rounds than this hold a good part of all bids. */
const FEW_ROUNDS = 10;

type Named = { kind: "round" | "fund" | "funder"; id: number };

/** The bids that hold the words. */
export type Found = {
  condition: RawBuilder<SqlBool>;
  /** Queries for their numbers; null where they are too many to be named first and looked at then. */
  ids: readonly RawBuilder<unknown>[] | null;
  /** True where the queries lead to bids of the theme alone. */
  ofTheme: boolean;
};

/**
 * The bids that hold all of the words in title, reference and purpose; that ask for money of a funder, fund or round
 * whose names hold them; or that would pay for a project of the actor's partnerships whose name holds them.
 * @param filters of these, where one index tells it, only the bids of its theme, and of those only at its statuses.
 */
export async function findByWords(
  context: Context,
  words: readonly string[],
  filters: Pick<BidFilters, "themeId" | "statuses">,
): Promise<Found> {
  const { themeId } = filters;
  const named = await sourcesNamed(context, words);
  const ids = (kind: Named["kind"]) =>
    sql.join([0, ...named.filter((one) => one.kind === kind).map(({ id }) => id)]);
  const ofRounds = sql<SqlBool>`bid.round_id in (${ids("round")})`;
  const ofSources = sql<SqlBool>`(bid.round_id is null
    and (bid.fund_id in (${ids("fund")}) or bid.funder_id in (${ids("funder")})))`;
  const isNamed = named.length === 0 ? [] : [ofRounds, ofSources];
  const whole = inWholeBids(context, words, filters);
  const inTexts = whole ?? inBidsAndProjects(context, words);
  const byName = isNamed.map((one) => sql`select bid.id from bid where ${one}`);
  const ofTheme = whole !== null && themeId !== null;
  const many = named.filter(({ kind }) => kind === "round").length > FEW_ROUNDS;
  const conditions = [...inTexts.map((one) => sql<SqlBool>`bid.id in (${one})`), ...isNamed];
  return {
    condition: sql`(${sql.join(conditions, sql` or `)})`,
    ids: many
      ? null
      : [...inTexts, ...(ofTheme ? byName.map((one) => servingTheme([one], themeId)) : byName)],
    ofTheme: ofTheme && !many,
  };
}

/** Of the bids found, those that serve a priority of the theme: few of many, and quicker told than anything of the bid. */
export function servingTheme(ids: readonly RawBuilder<unknown>[], themeId: number): RawBuilder<unknown> {
  // The sum keeps the planner from beginning with the priorities of the theme, which lead to many more bids.
  return sql`select distinct served.bid_id as id from (${sql.join(ids, sql` union `)}) as of_all
    inner join bid_priority as served on served.bid_id = of_all.id
    where served.priority_id + 0 in (select priority_id from priority_theme where theme_id = ${themeId})`;
}

/** For who may read all of them; several words have to stand in the name of one project, which this index cannot tell. */
function inWholeBids(
  { db, scope }: Context,
  words: readonly string[],
  { themeId, statuses }: Pick<BidFilters, "themeId" | "statuses">,
) {
  const [word] = words;
  const { wholeBids } = db.engine.search;
  if (!scope.all || word === undefined || words.length > 1) return null;
  return [sql`select id from (${wholeBids.found(word, themeId, statuses)}) as of_bid`];
}

/** Projects belong to those who run them: the name of another partnership's finds nothing. */
function inBidsAndProjects({ db, scope }: Context, words: readonly string[]): RawBuilder<unknown>[] {
  const { found } = db.engine.search;
  const isOwn = scope.all ? sql`1 = 1` : sql`project.partnership_id in (${written(scope.partnershipIds)})`;
  return [
    sql`select id from (${found("bid", words)}) as of_bid`,
    sql`select bid_project.bid_id as id from (${found("project", words)}) as of_project
      inner join project on project.id = of_project.id and ${isOwn}
      inner join bid_project on bid_project.project_id = project.id`,
  ];
}

/** The rounds whose funder, fund and own name hold the words between them, and the same of funds and funders. */
async function sourcesNamed({ db }: Context, words: readonly string[]): Promise<Named[]> {
  const holds = (name: string, some: readonly string[]) => holdsAll(db, sql.ref(name), some);
  // Word by word: funds are few, and no round has to be put together with the names of its own first.
  const ofRound = words.map(
    (word) => sql`(${holds("round.name", [word])}
      or round.fund_id in (select id from named_fund where ${holds("name", [word])}))`,
  );
  const { rows } = await sql<Named>`
    with named_fund as materialized (select fund.id, coalesce(funder.name, '') || ' ' || fund.name as name
      from fund left join funder on funder.id = fund.funder_id)
    select 'round' as kind, round.id from round where ${sql.join(ofRound, sql` and `)}
    union all select 'fund', id from named_fund where ${holds("name", words)}
    union all select 'funder', funder.id from funder where ${holds("funder.name", words)}`.execute(db.read);
  return rows;
}
