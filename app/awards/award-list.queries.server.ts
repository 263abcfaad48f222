import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import { searchWords } from "#app/core/search-words.ts";
import { type Context, readingAside } from "#app/platform/context.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";
import type { AmountBasis } from "./award.ts";
import type { AwardFilters } from "./award-filters.ts";
import { moneyConditions } from "./award-money.server.ts";
import { awardInScope } from "./award-scope.server.ts";
import { partnershipsOf } from "./awards.queries.server.ts";
import { countedAwards } from "./counted-awards.queries.server.ts";
import { inForceAt, inForceOn, type Moment } from "./ledger/in-force.server.ts";
import { OPEN_DIMENSIONS, type OpenDimension } from "./open-dimensions.rules.ts";
import { mostTooHigh, pairsOf } from "./overlap.rules.ts";
import { ownedBy, ownerIdOf } from "./owner/owner.queries.server.ts";
import { AWARD_STATUSES, type AwardStatus, type Standing } from "./status/award-status.rules.ts";
import { hasStatus, isLateOn, statusOn } from "./status/has-status.server.ts";
import { listDutiesOf, standingsOfAwards } from "./status/standings.queries.server.ts";

const AWARDS_PER_PAGE = 50;

export type AwardListItem = {
  id: number;
  reference: string;
  title: string;
  partnerships: string[];
  fund: string | null;
  funder: string | null;
  amountPence: number | null;
  amountBasis: AmountBasis;
  isVoid: boolean;
  /** False where its first version takes effect on a later day. */
  isInForce: boolean;
  openDimensions: OpenDimension[];
  standing: Standing | null;
};

export type AwardListPage = {
  awards: AwardListItem[];
  /** The awards that the pages beside this one start from; null where there is no such page. */
  newerThan: number | null;
  olderThan: number | null;
};

/** A page of awards in scope, newest first, as they stand today, with the way to the pages beside it. */
export async function listAwards(context: Context, filters: AwardFilters): Promise<AwardListPage> {
  const { beforeId, afterId = null } = filters;
  const upwards = beforeId === null && afterId !== null;
  const today: InForce = (awardId) => inForceOn(context.today, awardId);
  let query = matching(context, filters)
    .leftJoin("fund", "fund.id", "version.fund_id")
    .leftJoin("funder", "funder.id", "version.funder_id")
    .select([
      "award.id",
      "award.reference",
      "award.title",
      "version.id as version_id",
      "version.kind",
      "version.amount_pence",
      "version.amount_basis",
    ])
    .select(["fund.name as fund_name", "funder.name as funder_name"])
    .select((e) => [
      lacks(today, "partnership", e.ref("award.id")).as("lacks_partnership"),
      lacks(today, "year", e.ref("award.id")).as("lacks_year"),
      lacks(today, "project", e.ref("award.id")).as("lacks_project"),
      lacks(today, "priority", e.ref("award.id")).as("lacks_priority"),
      lacks(today, "stream", e.ref("award.id")).as("lacks_stream"),
    ])
    .orderBy("award.id", upwards ? "asc" : "desc")
    .limit(AWARDS_PER_PAGE + 1);
  if (beforeId !== null) query = query.where("award.id", "<", beforeId);
  else if (upwards) query = query.where("award.id", ">", afterId);
  const rows = await query.execute();
  const page = rows.slice(0, AWARDS_PER_PAGE);
  if (upwards) page.reverse();
  const ids = page.map((row) => row.id);
  const partnerships = await partnershipsOf(context, ids);
  const standings = await standingsOfAwards(context, ids, await listDutiesOf(context, ids));
  const awards = page.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    partnerships: (partnerships.get(row.id) ?? []).map((each) => each.name),
    fund: row.fund_name,
    funder: row.funder_name,
    amountPence: row.amount_pence,
    amountBasis: row.amount_basis ?? ("not_recorded" as const),
    isVoid: row.kind === "void",
    isInForce: row.version_id !== null,
    openDimensions: OPEN_DIMENSIONS.filter((dimension) => Number(row[`lacks_${dimension}`]) === 1),
    standing: standings.get(row.id) ?? null,
  }));
  const more = rows.length > AWARDS_PER_PAGE;
  const [first, last] = [awards[0]?.id ?? null, awards.at(-1)?.id ?? null];
  return {
    awards,
    newerThan: (upwards ? more : beforeId !== null) ? first : null,
    olderThan: (upwards ? true : more) ? last : null,
  };
}

/**
 * How many awards match, and the sum of their amounts (pence) with how many of them have none recorded.
 * `approximatePence` is how much of the sum is known only approximately, `insidePence` how much of the sum comes out of other awards of the register, which hold it too.
 */
export async function countAwards(context: Context, filters: AwardFilters) {
  // Each award is asked for its version in force: nobody else waits for that.
  const aside = readingAside(context);
  const row = await matching(aside, filters)
    .select((e) => [
      e.cast<number>(e.fn.countAll(), "bigint").as("awards"),
      e.cast<number>(e.fn.coalesce(e.fn.sum("version.amount_pence"), e.lit(0)), "bigint").as("pence"),
      e
        .cast<number>(
          e.fn.coalesce(
            e.fn.sum(e.case().when("version.amount_basis", "=", "not_recorded").then(1).else(0).end()),
            e.lit(0),
          ),
          "bigint",
        )
        .as("not_recorded"),
      e
        .cast<number>(
          e.fn.coalesce(
            e.fn.sum(
              e
                .case()
                .when("version.amount_basis", "=", "approximate")
                .then(e.ref("version.amount_pence"))
                .else(0)
                .end(),
            ),
            e.lit(0),
          ),
          "bigint",
        )
        .as("approximate"),
    ])
    .executeTakeFirstOrThrow();
  const inside = await matching(aside, filters)
    .innerJoin("allocation_line as line", "line.version_id", "version.id")
    .where("line.inside_award_id", "is not", null)
    .select((e) =>
      e.cast<number>(e.fn.coalesce(e.fn.sum("line.amount_pence"), e.lit(0)), "bigint").as("pence"),
    )
    .executeTakeFirstOrThrow();
  const { awards, pence, not_recorded: notRecorded, approximate: approximatePence } = row;
  return { awards, pence, notRecorded, approximatePence, insidePence: inside.pence };
}

/**
 * How much of the sum may be counted twice, because of two awards that match one may hold money of the other: at most what
 * both of such a pair can hold. Pence.
 */
export async function countedTwice(context: Context, filters: AwardFilters): Promise<number> {
  const named = await matching(context, filters)
    .innerJoin("version_may_include as pair", "pair.version_id", "version.id")
    .where("version.kind", "<>", "void")
    // Few awards stand in a pair: those are looked up, and not all that match.
    .where(
      sql<SqlBool>`award.id in (select holder.award_id from version_may_include as held
        join award_version as holder on holder.id = held.version_id)`,
    )
    .where(
      "pair.other_award_id",
      "in",
      matching(context, filters)
        .where(sql<SqlBool>`award.id in (select held.other_award_id from version_may_include as held)`)
        .select("award.id"),
    )
    .select(["award.id as holderId", "pair.other_award_id as otherId"])
    .distinct()
    .execute();
  const ids = [...new Set(named.flatMap(({ holderId, otherId }) => [holderId, otherId]))];
  const isToday = sql`posting.effective_on <= ${context.today}`;
  const counted = await countedAwards(context.db.read, ids, isToday, sql`posting.gross_pence`);
  return mostTooHigh(pairsOf(named, counted), counted);
}

/** The first awards of each status, the newest first, and how many there are: each award once, at its most pressing. */
export async function listFirstByStatus(
  context: Context,
  filters: AwardFilters,
  first: number,
): Promise<{ status: AwardStatus; count: number; awardIds: number[] }[]> {
  const aside = readingAside(context);
  const standing = matching(aside, filters).select("award.id").select(statusOn(context.today).as("status"));
  // Where an award stands is worked out once: unless it is kept, each use of it asks for it anew.
  const { rows } = await sql<{ status: AwardStatus; id: number; count: number }>`
    with standing as materialized (select * from ${standing} as each_award)
    select status, id, count from (
      select id, status, row_number() over (partition by status order by id desc) as place,
        cast(count(*) over (partition by status) as bigint) as count
      from standing) as placed
    where place <= ${first} order by id desc`.execute(aside.db.read);
  return AWARD_STATUSES.map((status) => {
    const own = rows.filter((row) => row.status === status);
    return { status, count: own[0]?.count ?? 0, awardIds: own.map(({ id }) => id) };
  });
}

/** The awards that match, with the version of each in force at a moment. In no order. For files of the whole list. */
export function awardsMatchingAt(context: Context, filters: AwardFilters, moment: Moment) {
  return matching(context, filters, (awardId) => inForceAt(moment, awardId));
}

function matching(
  context: Context,
  filters: AwardFilters,
  inForce: InForce = (awardId) => inForceOn(context.today, awardId),
) {
  let query = context.db.read
    .selectFrom("award")
    .leftJoin("award_version as version", (join) =>
      join.on((e) => e("version.id", "=", inForce(e.ref("award.id")))),
    )
    .where(awardInScope(context.scope));
  const searched = filters.search === null ? [] : searchWords(filters.search);
  if (searched.length > 0) {
    const found = context.db.engine.search.found("award", searched);
    query = query.where(sql<SqlBool>`award.id in (${found})`);
  } else if (filters.search !== null) {
    const words = `%${filters.search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where(
      // SQLite has no escape sign in LIKE unless one is named.
      sql<SqlBool>`(lower(award.title) like ${words} escape '\\' or lower(award.reference) like ${words} escape '\\')`,
    );
  }
  const { partnershipId, open } = filters;
  if (partnershipId !== null) {
    query = query.where((e) =>
      e.exists(
        e
          .selectFrom("award_partnership")
          .select("award_partnership.award_id")
          .whereRef("award_partnership.award_id", "=", "award.id")
          .where("award_partnership.partnership_id", "=", partnershipId),
      ),
    );
  }
  if (open !== null) {
    const dimensions = open === "any" ? OPEN_DIMENSIONS : [open];
    query = query.where((e) =>
      e.or(dimensions.map((dimension) => e(lacks(inForce, dimension, e.ref("award.id")), "=", 1))),
    );
  }
  const { owner = null, ids = null, money } = filters;
  for (const condition of money ? moneyConditions(money) : []) query = query.where(condition);
  if (ids !== null) query = query.where("award.id", "in", [0, ...ids]);
  if (owner === "nobody") query = query.where(sql<SqlBool>`${ownerIdOf(context.scope)} is null`);
  else if (owner !== null) query = query.where(ownedBy(owner, context.scope));
  const { status = null } = filters;
  if (status === "late") query = query.where(isLateOn(context.today));
  else if (status !== null) query = query.where(hasStatus(status, context.today));
  return query;
}

/** The id of the version of an award in force at the moment of a list. */
type InForce = (awardId: Expression<number>) => Expression<number>;

const COLUMNS = {
  partnership: "partnership_id",
  year: "financial_year",
  project: "project_id",
  priority: "priority_id",
  stream: "stream",
} as const;

/** 1 where the version in force has money whose dimension is not known. A theme of its own stands in for a priority. */
function lacks(inForce: InForce, dimension: OpenDimension, awardId: Expression<number>) {
  const e = expressionBuilder<DatabaseSchema, "allocation_line">();
  let lines = e
    .selectFrom("allocation_line")
    .select("allocation_line.id")
    .where("allocation_line.version_id", "=", inForce(awardId))
    .where((line) => line.or([line("amount_pence", ">", 0), line("amount_pence", "is", null)]))
    .where(COLUMNS[dimension], "is", null);
  if (dimension === "priority") lines = lines.where("counted_theme_id", "is", null);
  return e.case().when(e.exists(lines)).then(1).else(0).end();
}
