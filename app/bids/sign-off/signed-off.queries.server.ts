import { sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import { bidsInScope } from "../bid-scope.server.ts";
import { type BidStage, SIGNED_OFF_STAGE } from "../bid-words.ts";
import { asSent, fingerprintOf, readContents } from "../content-snapshot/take-snapshot.server.ts";

/** How many drafts that the actor may read are signed off: all have signed them, and they say now what was signed. */
export async function countSignedOff(context: Context): Promise<number> {
  return (await listSignedOffDrafts(context)).length;
}

/** So many bids are read at once to see whether they say what was signed. */
const AT_ONCE = 500;

/** The drafts that the actor may read and that are signed off. */
export async function listSignedOffDrafts(context: Context): Promise<number[]> {
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
  const found: number[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    found.push(...(await listSignedOff(context, ids.slice(from, from + AT_ONCE))));
  }
  return found;
}

/** The stage of a bid for a query that adds bids up or writes them into a file: its status, or that it is signed off. */
export function stageOfBid({ db }: Context, signedOff: readonly number[]) {
  return sql<BidStage>`case when ${db.engine.isAmong(sql.ref("bid.id"), signedOff)} then ${sql.lit(SIGNED_OFF_STAGE)} else bid.status end`;
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
