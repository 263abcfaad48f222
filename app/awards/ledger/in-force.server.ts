import { type Expression, expressionBuilder, sql } from "kysely";
import type { IsoDay } from "#app/core/calendar-date.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import type { DatabaseSchema } from "#db/schema.ts";

/** The moment a figure is asked for: what held at the end of a day, as far as the ledger knew at a position. */
export type Moment = { asAt: IsoDay; position: number };

/**
 * The version of each award in force at a moment: the latest one effective on or before the day, of those sealed
 * up to the position; of two with the same date the one sealed later.
 */
export function versionsInForce(db: Reader | Writer, moment: Moment) {
  return db
    .selectFrom((from) =>
      from
        .selectFrom("award_version")
        .selectAll()
        .select(
          sql<number>`row_number() over (partition by award_id order by effective_on desc, seq desc)`.as(
            "recency",
          ),
        )
        .where("sealed_at", "is not", null)
        .where("effective_on", "<=", moment.asAt)
        .where("seq", "<=", moment.position)
        .as("version"),
    )
    .selectAll()
    .where("recency", "=", 1);
}

const versionOn = keepQuery((reader, { awardId, day }: { awardId: number; day: IsoDay }) =>
  reader
    .selectFrom("award_version")
    .selectAll()
    .where("award_id", "=", awardId)
    .where("sealed_at", "is not", null)
    .where("effective_on", "<=", day)
    .orderBy("effective_on", "desc")
    .orderBy("seq", "desc")
    .limit(1),
);

/** The version of one award in force on a day as known now, whatever its position; null before its first. */
export async function findVersionInForce(db: Reader | Writer, awardId: number, day: IsoDay) {
  const [version] = await versionOn(db, { awardId, day });
  return version ?? null;
}

/** The id of the version of an award in force on a day as known now, for use within a query that has the award. */
export function inForceOn(day: IsoDay, awardId: Expression<number>): Expression<number> {
  return latestOf(effectiveBy(day, awardId));
}

/** The same as it was known at a position of the ledger. */
export function inForceAt({ asAt, position }: Moment, awardId: Expression<number>): Expression<number> {
  return latestOf(effectiveBy(asAt, awardId).where("v.seq", "<=", position));
}

function effectiveBy(day: IsoDay, awardId: Expression<number>) {
  const e = expressionBuilder<DatabaseSchema, never>();
  return e
    .selectFrom("award_version as v")
    .select("v.id")
    .where("v.award_id", "=", awardId)
    .where("v.sealed_at", "is not", null)
    .where("v.effective_on", "<=", day);
}

function latestOf(versions: ReturnType<typeof effectiveBy>): Expression<number> {
  return versions
    .orderBy("v.effective_on", "desc")
    .orderBy("v.seq", "desc")
    .limit(1)
    .$asScalar()
    .$castTo<number>();
}
