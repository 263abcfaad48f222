import { type IsoDay, lastDayOf } from "#app/core/calendar-date.ts";
import { sumPence } from "#app/core/money.ts";
import { endOfPeriod } from "#app/core/period-end.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { findVersionInForce, inForceOn } from "../ledger/in-force.server.ts";
import { submittedBy } from "../repayment-due/submitted-by.server.ts";
import type { ReturnFigures } from "./return-figures.ts";

/**
 * What the register says of an award as at the end of a day, by all that is recorded so far: what happened later is left
 * out, and what was wrong is. Readings up to the end of a period. Call with an award in scope.
 */
export async function figuresOn(
  reader: Reader | Writer,
  awardId: number,
  { day, periodTo }: { day: IsoDay; periodTo: IsoDay },
): Promise<ReturnFigures> {
  const version = await findVersionInForce(reader, awardId, day);
  const claimed = await reader
    .selectFrom("claim")
    .select((e) => e.cast<number | null>(e.fn.sum("claimed_pence"), "bigint").as("pence"))
    .where("award_id", "=", awardId)
    .where(submittedBy(day))
    .executeTakeFirst();
  const received = await reader
    .selectFrom("claim_receipt as entry")
    .innerJoin("claim", "claim.id", "entry.claim_id")
    .select((e) => e.cast<number | null>(e.fn.sum("entry.amount_pence"), "bigint").as("pence"))
    .where("claim.award_id", "=", awardId)
    .where("entry.received_on", "<=", day)
    .where("entry.reverses_id", "is", null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("claim_receipt as back")
            .select("back.id")
            .whereRef("back.claim_id", "=", "entry.claim_id")
            .whereRef("back.reverses_id", "=", "entry.id"),
        ),
      ),
    )
    .executeTakeFirst();
  const own = await spentBy(reader, awardId, day);
  const passedOnPence = await passedOnBy(reader, awardId, day);
  return {
    asAt: day,
    awardedPence: version?.amount_pence ?? null,
    claimedPence: claimed?.pence ?? 0,
    receivedPence: received?.pence ?? 0,
    spentPence: own === null && passedOnPence === 0 ? null : (own ?? 0) + passedOnPence,
    passedOnPence,
    readings: await readingsUpTo(reader, await projectsPaid(reader, awardId, day), periodTo),
  };
}

/** What onward grants were paid by a day, less what came back, pence. */
async function passedOnBy(reader: Reader | Writer, awardId: number, day: IsoDay): Promise<number> {
  const rows = await reader
    .selectFrom("onward_payment as entry")
    .innerJoin("onward_grant", "onward_grant.id", "entry.onward_grant_id")
    .select((e) => ["kind", e.cast<number>(e.fn.sum("entry.amount_pence"), "bigint").as("pence")])
    .where("onward_grant.award_id", "=", awardId)
    .where("entry.happened_on", "<=", day)
    .where("entry.reverses_id", "is", null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("onward_payment as back")
            .select("back.id")
            .whereRef("back.onward_grant_id", "=", "entry.onward_grant_id")
            .whereRef("back.reverses_id", "=", "entry.id"),
        ),
      ),
    )
    .groupBy("kind")
    .execute();
  return sumPence(rows.map(({ kind, pence }) => (kind === "paid" ? pence : -pence)));
}

/** What was spent in periods that were over by a day, onward grants apart, pence; null where nothing is recorded. */
async function spentBy(reader: Reader | Writer, awardId: number, day: IsoDay): Promise<number | null> {
  const row = await reader
    .selectFrom("spend")
    .select((e) => e.cast<number | null>(e.fn.sum("amount_pence"), "bigint").as("pence"))
    .where("award_id", "=", awardId)
    .where("period_to", "<=", day)
    .executeTakeFirst();
  return row?.pence ?? null;
}

/** The projects that an award pays by its lines on a day, by those of the awards inside it, or by what was spent of it. */
async function projectsPaid(reader: Reader | Writer, awardId: number, day: IsoDay): Promise<number[]> {
  const named = await reader
    .selectFrom("allocation_line as line")
    .select("line.project_id as id")
    .where("line.project_id", "is not", null)
    .where((e) => e.or([e("line.award_id", "=", awardId), e("line.inside_award_id", "=", awardId)]))
    .where((e) => e("line.version_id", "=", inForceOn(day, e.ref("line.award_id"))))
    .union(
      reader
        .selectFrom("spend")
        .select("project_id as id")
        .where("award_id", "=", awardId)
        .where("project_id", "is not", null),
    )
    .execute();
  return named.flatMap(({ id }) => id ?? []);
}

/**
 * The latest reading of each measure of projects, of those whose period ends by a day: by its dates or, without them, by its
 * words. One of which neither says when it ended is left out.
 */
async function readingsUpTo(reader: Reader | Writer, projectIds: readonly number[], day: IsoDay) {
  if (projectIds.length === 0) return [];
  const rows = await reader
    .selectFrom("measure")
    .innerJoin("reading", "reading.measure_id", "measure.id")
    .select(["measure.id as measureId", "measure.partnership_id as partnershipId"])
    .select(["measure.name as measure", "measure.unit", "reading.period", "reading.value"])
    .select(["reading.id", "reading.period_to as periodTo"])
    .where("reading.kind", "=", "reading")
    .where("measure.project_id", "in", projectIds)
    .orderBy("measure.id")
    .execute();
  const dated = rows.flatMap(({ id, periodTo, ...row }) => {
    const end = periodTo === null ? endOfPeriod(row.period ?? "") : lastDayOf(periodTo);
    return end === null || end > day ? [] : [{ id, end, ...row, period: row.period ?? periodTo }];
  });
  dated.sort((a, b) => a.measureId - b.measureId || a.end.localeCompare(b.end) || a.id - b.id);
  const latest = new Map(dated.map((row) => [row.measureId, row]));
  return [...latest.values()].map(({ id: _id, end: _end, ...row }) => row);
}
