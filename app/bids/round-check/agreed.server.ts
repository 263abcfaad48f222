import type { Writer } from "#db/open.server.ts";
import type { RoundRule } from "./round-check.ts";

/** True where the funder agreed to set a rule of the round aside for a bid, and it was not taken back. */
export async function isAgreed(trx: Writer, bidId: number, rule: RoundRule): Promise<boolean> {
  const agreed = await trx
    .selectFrom("bid_agreed_exception")
    .select("id")
    .where("bid_id", "=", bidId)
    .where("rule", "=", rule)
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
  return agreed !== undefined;
}
