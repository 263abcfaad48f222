import type { Database } from "#db/open.server.ts";

let made = 0;

/** A bid of a partnership that was lost, to a round or to none, with what was learnt from it where anything was. */
export async function bidOfRound(
  db: Database,
  partnershipId: number,
  roundId: number | null,
  { lessons = null, fundId = null }: { lessons?: string | null; fundId?: number | null },
): Promise<number> {
  made += 1;
  const at = "2026-01-01T08:00:00.000Z";
  const values = {
    ...{ reference: `L-${made}`, title: `Lost bid ${made}`, status: "unsuccessful" as const },
    ...{ round_id: roundId, fund_id: fundId, recorded_by_partnership_id: partnershipId },
    ...{ requested_pence: null, requested_basis: "not_recorded" as const, created_at: at },
  };
  return db.write(async (trx) => {
    const { id } = await trx.insertInto("bid").values(values).returning("id").executeTakeFirstOrThrow();
    const lead = { bid_id: id, partnership_id: partnershipId, part: "lead" as const };
    await trx.insertInto("bid_partnership").values(lead).execute();
    if (lessons !== null) {
      await trx
        .insertInto("bid_feedback")
        .values({ bid_id: id, lessons, version: 1, saved_at: at })
        .execute();
    }
    return id;
  });
}
