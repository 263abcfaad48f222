import { fail, type Result } from "#app/core/result.ts";
import { type Context, may, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import type { BidStatus } from "../bid.status.ts";
import { listRoundsToCome } from "../bid-choices.queries.server.ts";
import { createBid } from "../create-bid.server.ts";
import { copyOf } from "../finding/copy-bid.server.ts";
import type { ResubmissionInput } from "./resubmission.schema.ts";

/** The statuses in which a bid brought nothing, so that it may be tried again. */
export const MAY_BE_RESUBMITTED: readonly BidStatus[] = ["unsuccessful", "withdrawn", "reserve"];

/**
 * Starts a draft to a later round out of a bid that brought nothing, and keeps which bid it came from.
 * What it says is taken over as a copy takes it, its sections included.
 * @throws NotFoundError where the actor may not read it. @throws ForbiddenError where they may not write it.
 */
export async function resubmitBid(
  context: Context,
  id: number,
  { title, roundId }: ResubmissionInput,
): Promise<Result<{ bidId: number; reference: string }>> {
  requirePermission(context, "bid.write");
  const bid = await getBid(context, id);
  if (!may(context.actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
  if (!MAY_BE_RESUBMITTED.includes(bid.status)) {
    return fail({
      form: "Only a bid that was unsuccessful, withdrawn or put on the reserve list is made again",
    });
  }
  const rounds = await listRoundsToCome(context);
  if (!rounds.some((round) => round.id === roundId)) {
    return fail({ roundId: "This round is closed or was withdrawn: choose one that can still be bid to" });
  }
  const { input, from } = await copyOf(context, bid, { title, roundId });
  return createBid(context, { ...input, earlierBidId: id }, from);
}
