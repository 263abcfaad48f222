import type { Context } from "#app/platform/context.server.ts";
import { bidsInScope } from "../bid-scope.server.ts";
import { asSent, fingerprintOf, readContents } from "../content-snapshot/take-snapshot.server.ts";

/** How many drafts that the actor may read are signed off: all have signed them, and they say now what was signed. */
export async function countSignedOff(context: Context): Promise<number> {
  const signed = await bidsInScope(context)
    .select("bid.id")
    .where("bid.status", "=", "draft")
    .where((e) =>
      e.exists(
        e
          .selectFrom("bid_sign_off")
          .select("bid_sign_off.id")
          .whereRef("bid_sign_off.bid_id", "=", "bid.id")
          .where("bid_sign_off.outcome", "=", "signed"),
      ),
    )
    .execute();
  const ids = signed.map(({ id }) => id);
  return ids.length === 0 ? 0 : (await listSignedOff(context, ids)).length;
}

/**
 * Of drafts whose last sign-off was signed by all, those that say now what was signed, and whose lead still signs in steps:
 * they can be submitted as they stand. All are read together, a page of a list at most.
 */
export async function listSignedOff(context: Context, bidIds: readonly number[]): Promise<number[]> {
  const { read } = context.db;
  const last = await read
    .selectFrom("bid_sign_off")
    .innerJoin("bid_partnership as lead", (join) =>
      join.onRef("lead.bid_id", "=", "bid_sign_off.bid_id").on("lead.part", "=", "lead"),
    )
    .select(["bid_sign_off.bid_id as bidId", "fingerprint", "keeps_exceptions"])
    .where("bid_sign_off.id", "in", (e) =>
      e
        .selectFrom("bid_sign_off as latest")
        .select((of) => of.fn.max("latest.id").as("id"))
        .where("latest.bid_id", "in", bidIds)
        .groupBy("latest.bid_id"),
    )
    .where("outcome", "=", "signed")
    .where((e) =>
      e.exists(
        e
          .selectFrom("sign_off_step")
          .select("sign_off_step.id")
          .whereRef("sign_off_step.partnership_id", "=", "lead.partnership_id")
          .where("sign_off_step.ended_at", "is", null),
      ),
    )
    .execute();
  const contents = await readContents(context.db, bidIds, read);
  return last
    .filter(({ bidId, fingerprint, keeps_exceptions }) => {
      const now = { content: contents.get(bidId) ?? {}, names: {} };
      const kept = keeps_exceptions === 1 ? fingerprintOf(now.content) : asSent(now).fingerprint;
      return kept === fingerprint;
    })
    .map(({ bidId }) => bidId);
}
