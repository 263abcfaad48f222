import { roundTitle } from "#app/funds/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { Bid } from "../bid.ts";
import { isAgreed } from "./agreed.server.ts";
import { refusalOfRound } from "./withdrawn.rules.ts";

/** Why a bid cannot be sent on a day: its funder withdrew the round and agreed to no exception. Null where it can. */
export async function refusalOfWithdrawn(
  trx: Writer,
  { today }: Context,
  bid: Pick<Bid, "id" | "round">,
  day: string,
): Promise<string | null> {
  if (bid.round === null) return null;
  const round = await trx
    .selectFrom("round")
    .innerJoin("fund", "fund.id", "round.fund_id")
    .select(["round.name", "fund.name as fund_name", "round.withdrawn_on", "round.withdrawn_reason"])
    .where("round.id", "=", bid.round.id)
    .where("round.withdrawn_on", "is not", null)
    .executeTakeFirst();
  if (!round) return null;
  if (await isAgreed(trx, bid.id, "withdrawn")) return null;
  const { name, fund_name, withdrawn_on, withdrawn_reason } = round;
  const roundName = roundTitle({ name, fund: { id: 0, name: fund_name } });
  return refusalOfRound(
    { roundName, withdrawnOn: withdrawn_on, withdrawnReason: withdrawn_reason },
    day,
    today,
  );
}
