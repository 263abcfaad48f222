import { awardInScope, bidOfAwardInScope, inForceOn } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";

/** The most lines that one trail shows; of more, it says so. */
export const MOST_LINES = 60;

/** Which lines: this one, those of these awards, of what a bid or a round brought, or for a project; null is for no project. */
export type LinesWanted =
  | { lineId: number }
  | { awardIds: readonly number[] }
  | { bidId: number }
  | { roundId: number }
  | { projectId: number | null };

/** The lines in force today by award and project, of the awards in scope. Pence. */
export async function linesOf(context: Context, wanted: LinesWanted) {
  let query = context.db.read
    .selectFrom("award")
    .innerJoin("allocation_line as line", "line.award_id", "award.id")
    .innerJoin("award_version as version", "version.id", "line.version_id")
    .leftJoin("bid", (join) => join.onRef("bid.id", "=", "award.bid_id").on(bidOfAwardInScope(context.scope)))
    .leftJoin("round", (join) =>
      join.on((e) => e("round.id", "=", e.fn.coalesce("award.round_id", "bid.round_id"))),
    )
    .select([
      "award.id as award_id",
      "award.reference",
      "award.title",
      "line.project_id",
      "version.amount_basis",
    ])
    .select(["bid.id as bid_id", "bid.reference as bid_reference", "bid.title as bid_title"])
    .select(["round.id as round_id", "round.name as round_name"])
    .select((e) => [
      e.cast<number | null>(e.fn.sum("line.amount_pence"), "bigint").as("pence"),
      e
        .cast<number>(
          e.fn.sum(e.case().when("line.amount_pence", "is", null).then(1).else(0).end()),
          "bigint",
        )
        .as("unknown"),
      e.fn.min<number>("line.id").as("first_line_id"),
      e.cast<number>(e.fn.countAll(), "bigint").as("lines"),
    ])
    .where((e) => e("line.version_id", "=", inForceOn(context.today, e.ref("award.id"))))
    .where(awardInScope(context.scope));
  if ("projectId" in wanted) query = query.where("line.project_id", "=", wanted.projectId ?? 0);
  else if ("lineId" in wanted) query = query.where("line.id", "=", wanted.lineId);
  else if ("bidId" in wanted) query = query.where("award.bid_id", "=", wanted.bidId);
  else if ("awardIds" in wanted) query = query.where("award.id", "in", [...wanted.awardIds, 0]);
  else query = query.where((e) => e("award.id", "in", awardsOfRound(context, wanted.roundId)));
  return query
    .groupBy(["award.id", "award.reference", "award.title", "line.project_id", "version.amount_basis"])
    .groupBy(["bid.id", "bid.reference", "bid.title", "round.id", "round.name"])
    .orderBy("award.id")
    .orderBy("line.project_id")
    .limit(MOST_LINES + 1)
    .execute();
}

export type LineRow = Awaited<ReturnType<typeof linesOf>>[number];

function awardsOfRound({ db }: Context, roundId: number) {
  return db.read
    .selectFrom("award as own")
    .select("own.id")
    .where("own.round_id", "=", roundId)
    .union(
      db.read
        .selectFrom("bid as asked")
        .innerJoin("award as won", "won.bid_id", "asked.id")
        .select("won.id")
        .where("asked.round_id", "=", roundId),
    );
}

/** The awards in scope of these, by id; of others not even the name is for the reader. */
export async function namesOfAwards(context: Context, ids: readonly number[]) {
  const rows = await context.db.read
    .selectFrom("award")
    .select(["award.id", "award.reference", "award.title"])
    .where("award.id", "in", [...new Set(ids), 0])
    .where(awardInScope(context.scope))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
