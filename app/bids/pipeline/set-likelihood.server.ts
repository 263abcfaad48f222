import { recordAudit } from "#app/audit/index.server.ts";
import { type Result, succeed } from "#app/core/result.ts";
import { type Context, may, personId, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError, StaleError } from "#app/platform/errors.ts";
import type { Writer } from "#db/open.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { LIVE_STATUSES } from "../content/live.ts";
import { keepLikelihood } from "../figures-then/figures-before.server.ts";
import { findLikelihood } from "./likelihood.queries.server.ts";

/**
 * Sets how likely it is that a bid succeeds, or that nobody can say.
 * @param percent whole per cent from 0 to 100; null where it is not known.
 * @param version of the likelihood that was read, 0 where there was none.
 * @throws ForbiddenError for everybody but a manager of those who write the bid. @throws StaleError where it was set, or
 * the bid decided, since.
 */
export async function setLikelihood(
  context: Context,
  bidId: number,
  version: number,
  percent: number | null,
): Promise<Result<{ bidId: number }>> {
  requirePermission(context, "bid.forecast");
  const bid = await getBid(context, bidId);
  if (!may(context.actor, "bid.forecast", writablePartnerships(bid)))
    throw new ForbiddenError("bid.forecast");
  if (!LIVE_STATUSES.some((status) => status === bid.status)) throw new StaleError();
  const before = await findLikelihood(context, bidId);
  return context.db.write(async (trx) => {
    await context.db.engine.lockAuditHead(trx);
    await replaceLikelihood(trx, context, { bidId, version, percent });
    await keepLikelihood(trx, bidId, { before: before?.percent ?? null, after: percent, at: context.now() });
    await recordAudit(trx, context, {
      action: "set likelihood of bid",
      recordType: "bid",
      recordId: bidId,
      before: { percent: before?.percent ?? null },
      after: { percent },
    });
    return succeed({ bidId });
  });
}

type Change = { bidId: number; version: number; percent: number | null };

async function replaceLikelihood(trx: Writer, context: Context, { bidId, version, percent }: Change) {
  const current = await trx
    .selectFrom("bid_likelihood")
    .select("version")
    .where("bid_id", "=", bidId)
    .executeTakeFirst();
  if ((current?.version ?? 0) !== version) throw new StaleError();
  await trx.deleteFrom("bid_likelihood").where("bid_id", "=", bidId).execute();
  if (percent === null) return;
  await trx
    .insertInto("bid_likelihood")
    .values({
      bid_id: bidId,
      percent,
      set_by: personId(context),
      set_at: context.now(),
      version: version + 1,
    })
    .execute();
}
