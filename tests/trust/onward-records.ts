import type { Database } from "#db/open.server.ts";
import type { Add } from "./foreign-records.ts";
import { NOW } from "./standings.ts";

/** An onward grant of £2 out of an award, of which £1 is paid. @returns its number */
export async function addOnwardGrant(db: Database, award_id: number, recorded_by: number): Promise<number> {
  return db.write(async (trx) => {
    const recorded = { recorded_by, recorded_at: NOW };
    const { id } = await trx
      .insertInto("onward_grant")
      .values({
        award_id,
        number: 1,
        recipient: "A shelter",
        amount_pence: 200,
        paid_pence: 100,
        ...recorded,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("onward_payment")
      .values({
        onward_grant_id: id,
        kind: "paid",
        happened_on: "2026-10-01",
        amount_pence: 100,
        ...recorded,
      })
      .execute();
    return id;
  });
}

/** An onward grant out of the foreign award, with what was paid of it. */
export async function addForeignOnwardGrant(add: Add, id: number, recorded_by: number): Promise<void> {
  await add("onward_grant", { id, award_id: id, number: 1, recorded_by });
  await add("onward_payment", { id, onward_grant_id: id, kind: "paid", reverses_id: null, recorded_by });
}
