import type { Database } from "#db/open.server.ts";
import { NOW } from "./standings.ts";

/** A claim of £1 on an award, still a draft. @returns its number */
export async function addClaim(db: Database, award_id: number, written_by: number): Promise<number> {
  return db.write(async (trx) => {
    const period = { period_from: "2024-04-01", period_to: "2024-06-30", payment: "arrears" as const };
    const { id } = await trx
      .insertInto("claim")
      .values({
        award_id,
        number: 1,
        ...period,
        status: "draft",
        claimed_pence: 100,
        written_by,
        recorded_at: NOW,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("claim_line")
      .values({ claim_id: id, position: 1, financial_year: 2024, amount_pence: 100 })
      .execute();
    return id;
  });
}
