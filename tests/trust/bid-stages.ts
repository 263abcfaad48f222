import { snapshotColumns, takeSnapshot } from "#app/bids/content-snapshot/take-snapshot.server.ts";
import type { Database } from "#db/open.server.ts";
import { NOW } from "./standings.ts";

/** A question of the funder on a bid, still open. @returns its number */
export async function addClarification(db: Database, bid_id: number): Promise<number> {
  return db.write(async (trx) => {
    const question = { bid_id, question: "Which wards?", asked_on: "2026-11-02", recorded_at: NOW };
    const row = await trx
      .insertInto("bid_clarification")
      .values(question)
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

/** The bid waits for its one step, for which nobody is named; the chain itself has changed since. */
export async function addSignOff(
  db: Database,
  officerId: number,
  partnership_id: number,
  bid_id: number,
): Promise<void> {
  await db.write(async (trx) => {
    const step = await trx
      .insertInto("sign_off_step")
      .values({ partnership_id, position: 1, title: "Head of service", ended_at: NOW })
      .returning("id")
      .executeTakeFirstOrThrow();
    const signOff = await trx
      .insertInto("bid_sign_off")
      .values({
        bid_id,
        asked_at: NOW,
        asked_by: officerId,
        ...snapshotColumns(await takeSnapshot({ db }, bid_id, trx)),
        keeps_exceptions: 1,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("bid_signature")
      .values({ sign_off_id: signOff.id, position: 1, title: "Head of service", step_id: step.id })
      .execute();
  });
}
