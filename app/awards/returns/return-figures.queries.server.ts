import type { IsoDay } from "#app/core/calendar-date.ts";
import { sumPence } from "#app/core/money.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { findVersionInForce } from "../ledger/in-force.server.ts";
import { submittedBy } from "../repayment-due/repayment-due.server.ts";
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
  return {
    asAt: day,
    awardedPence: version?.amount_pence ?? null,
    claimedPence: claimed?.pence ?? 0,
    receivedPence: received?.pence ?? 0,
    passedOnPence: await passedOnBy(reader, awardId, day),
    readings: version ? await readingsUpTo(reader, version.id, periodTo) : [],
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

/** The latest reading of each measure of the projects that a version pays, of those whose period ends by a day. */
async function readingsUpTo(reader: Reader | Writer, versionId: number, day: IsoDay) {
  const rows = await reader
    .selectFrom("measure")
    .innerJoin("reading", "reading.measure_id", "measure.id")
    .select(["measure.id as measureId", "measure.partnership_id as partnershipId"])
    .select(["measure.name as measure", "measure.unit", "reading.period", "reading.value"])
    .select("reading.period_to as periodTo")
    .where("reading.kind", "=", "reading")
    .where("reading.period_to", "<=", day)
    .where((e) =>
      e(
        "measure.project_id",
        "in",
        e
          .selectFrom("allocation_line")
          .select("allocation_line.project_id")
          .where("allocation_line.version_id", "=", versionId)
          .where("allocation_line.project_id", "is not", null),
      ),
    )
    .orderBy("measure.id")
    .orderBy("reading.period_to")
    .orderBy("reading.id")
    .execute();
  const latest = new Map(rows.map((row) => [row.measureId, row]));
  return [...latest.values()].map(({ periodTo, ...row }) => ({ ...row, period: row.period ?? periodTo }));
}
