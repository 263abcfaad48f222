import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { redirectTo } from "#app/platform/page.server.ts";
import { type AwardingAction, BID_ACTIONS, type BidAction, isAwarding, nextStatus } from "./bid.status.ts";
import type { Bid } from "./bid.ts";
import { forbiddenMove, mayMove } from "./move-bid.server.ts";

type OwnAction = Exclude<BidAction, AwardingAction | "submit" | "ask_for_sign_off" | "sign">;

/**
 * The action in an address, where it has no page of its own; null for those that have one.
 * @throws NotFoundError where there is no such action.
 */
export function ownAction(param: string | undefined): OwnAction | null {
  const action = actionNamed(param);
  if (isAwarding(action) || action === "submit" || action === "ask_for_sign_off" || action === "sign")
    return null;
  return action;
}

/**
 * The action, where the actor may take it on this bid now.
 * @throws ForbiddenError where they may not. @throws a redirect to the bid where its status has moved on.
 */
export function requireMove(context: Context, bid: Bid, param: string | undefined): BidAction {
  const action = actionNamed(param);
  if (!mayMove(context.actor, bid, action)) throw forbiddenMove(context.actor, bid, action);
  if (nextStatus(bid, action) === null) throw redirectTo(`/bids/${bid.id}`);
  return action;
}

function actionNamed(param: string | undefined): BidAction {
  const action = BID_ACTIONS.find((known) => known === param);
  if (!action) throw new NotFoundError("No such action");
  return action;
}
