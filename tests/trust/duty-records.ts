import type { Database } from "#db/open.server.ts";
import { CANARY_PENCE } from "./canary.ts";
import type { Add } from "./foreign-records.ts";
import { NOW } from "./standings.ts";

/** An open condition of an award, and a return that is due. @returns their numbers */
export async function addDuties(db: Database, award_id: number, saved_by: number) {
  const saved = { award_id, version: 1, saved_at: NOW, saved_by };
  return db.write(async (trx) => {
    const condition = await trx
      .insertInto("award_condition")
      .values({ ...saved, text: "A plan of the cameras", due_on: "2027-01" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const period = { period_from: "2026-04-01", period_to: "2026-09-30", due_on: "2026-10-31" };
    const due = await trx
      .insertInto("award_return")
      .values({ ...saved, ...period })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { conditionId: String(condition.id), returnId: String(due.id) };
  });
}

/** What the foreign award owes its funder: of conditions and returns one settled and one waived, and an extension. */
export async function addForeignDuties(add: Add, id: number, person: number): Promise<void> {
  const kept = { award_id: id, version: 1, saved_by: person };
  await add("award_condition", { ...kept, id, waived_because: null, settled_by: person });
  await add("award_condition", { ...kept, met_on: null, settled_by: person });
  await add("award_extension", { id, award_id: id, recorded_by: person });
  const figures = {
    awardedPence: CANARY_PENCE,
    claimedPence: CANARY_PENCE,
    receivedPence: CANARY_PENCE,
    passedOnPence: CANARY_PENCE,
    readings: [],
    kept: "KANARIE",
  };
  const figures_json = JSON.stringify(figures);
  await add("award_return", { ...kept, id, submitted_by: person, waived_because: null, figures_json });
  await add("award_return", { ...kept, submitted_by: null, submitted_on: null, figures_json: null });
}
