import type { Context } from "#app/platform/context.server.ts";
import { bidsInScope } from "../bid-scope.server.ts";

/** So many are shown; more than a morning holds. */
const SHOWN = 10;

export type SentBack = { id: number; reference: string; title: string; reason: string };

/** The drafts for which the reader asked for sign-off and that were sent back, the latest first. */
export async function listSentBack(context: Context): Promise<SentBack[]> {
  const { actor } = context;
  if (actor.kind !== "person") return [];
  const rows = await bidsInScope(context)
    .innerJoin("bid_sign_off as asked", "asked.bid_id", "bid.id")
    .select(["bid.id", "bid.reference", "bid.title", "asked.reason"])
    .where("asked.asked_by", "=", actor.id)
    .where("asked.outcome", "=", "sent_back")
    .where("bid.status", "=", "draft")
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom("bid_sign_off as later")
            .select("later.id")
            .whereRef("later.bid_id", "=", "asked.bid_id")
            .whereRef("later.id", ">", "asked.id"),
        ),
      ),
    )
    .orderBy("asked.id", "desc")
    .limit(SHOWN)
    .execute();
  return rows.map(({ reason, ...bid }) => ({ ...bid, reason: reason ?? "" }));
}
