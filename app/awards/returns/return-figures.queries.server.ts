import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { findVersionInForce } from "../ledger/in-force.server.ts";
import type { ReturnFigures } from "./return-figures.ts";

/** What the register says of an award now, with readings up to the end of a period. Call with an award in scope. */
export async function figuresNow(
  reader: Reader | Writer,
  awardId: number,
  moment: { today: IsoDay; periodTo: IsoDay },
): Promise<ReturnFigures> {
  const version = await findVersionInForce(reader, awardId, moment.today);
  const claimed = await reader
    .selectFrom("claim")
    .select((e) => [
      e.cast<number | null>(e.fn.sum("claimed_pence"), "bigint").as("claimed"),
      e.cast<number | null>(e.fn.sum("received_pence"), "bigint").as("received"),
    ])
    .where("award_id", "=", awardId)
    .where("status", "<>", "withdrawn")
    .executeTakeFirst();
  const onward = await reader
    .selectFrom("onward_grant")
    .select((e) => [
      e.cast<number | null>(e.fn.sum("paid_pence"), "bigint").as("paid"),
      e.cast<number | null>(e.fn.sum("returned_pence"), "bigint").as("returned"),
    ])
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  return {
    awardedPence: version?.amount_pence ?? null,
    claimedPence: claimed?.claimed ?? 0,
    receivedPence: claimed?.received ?? 0,
    passedOnPence: (onward?.paid ?? 0) - (onward?.returned ?? 0),
    readings: version ? await readingsUpTo(reader, version.id, moment.periodTo) : [],
  };
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
