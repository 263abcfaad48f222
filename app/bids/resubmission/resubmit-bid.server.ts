import { fail, type Result, succeed } from "#app/core/result.ts";
import { listRounds } from "#app/funds/index.server.ts";
import type { Round } from "#app/funds/index.ts";
import { type Context, may, requirePermission } from "#app/platform/context.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import type { BidStatus } from "../bid.status.ts";
import type { Bid } from "../bid.ts";
import { listRoundsToCome } from "../bid-choices.queries.server.ts";
import { createBid } from "../create-bid.server.ts";
import { copyOf } from "../finding/copy-bid.server.ts";
import { refusalOfEarlierRound } from "./later-round.rules.ts";
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
  input: ResubmissionInput,
): Promise<Result<{ bidId: number; reference: string }>> {
  const checked = await checkResubmission(context, id, input);
  if (!checked.ok) return checked;
  const copy = await copyOf(context, checked.value, input);
  return createBid(context, { ...copy.input, earlierBidId: id }, copy.from);
}

/** A bid that may be made again to a round, or why it may not. Throws as `resubmitBid` does. */
export async function checkResubmission(
  context: Context,
  id: number,
  { roundId }: ResubmissionInput,
): Promise<Result<Bid>> {
  requirePermission(context, "bid.write");
  const bid = await getBid(context, id);
  if (!may(context.actor, "bid.write", writablePartnerships(bid))) throw new ForbiddenError("bid.write");
  if (!MAY_BE_RESUBMITTED.includes(bid.status)) {
    return fail({
      form: "Only a bid that was unsuccessful, withdrawn or put on the reserve list is made again",
    });
  }
  const rounds = await listRounds(context);
  const round = rounds.find((one) => one.id === roundId);
  const earlier = round ? refusalOfEarlierRound(round, roundOf(bid, rounds)) : null;
  if (earlier !== null) return fail({ roundId: earlier });
  const toCome = await listRoundsToCome(context);
  if (!toCome.some((one) => one.id === roundId)) {
    return fail({ roundId: "This round is closed or was withdrawn: choose one that can still be bid to" });
  }
  return succeed(bid);
}

/** The rounds to which a bid may be made again: those that can still be bid to and come after its own. */
export async function listRoundsAfter(context: Context, bid: Bid) {
  const rounds = await listRounds(context);
  const before = roundOf(bid, rounds);
  const later = rounds.filter((round) => refusalOfEarlierRound(round, before) === null).map(({ id }) => id);
  return (await listRoundsToCome(context)).filter(({ id }) => later.includes(id));
}

function roundOf(bid: Bid, rounds: readonly Round[]): Round | null {
  return rounds.find(({ id }) => id === bid.round?.id) ?? null;
}
