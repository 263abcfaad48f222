import type { PartialDate } from "#app/core/calendar-date.ts";
import { ukLocalTime } from "#app/funds/index.ts";
import type { Writer } from "#db/open.server.ts";
import type { Bid } from "../bid.ts";
import { isAgreed } from "./agreed.server.ts";
import { refusalOfSentOn } from "./sent-on.rules.ts";

/**
 * Why a bid cannot have been sent on a day that has gone by: its round opened later and the funder agreed to no exception,
 * or it is years before anything that is known of the bid. Null where it can, or where it is not known.
 */
export async function refusalOfSending(
  trx: Writer,
  bid: Pick<Bid, "id" | "round" | "createdAt">,
  sentOn: PartialDate,
): Promise<string | null> {
  const round = await trx
    .selectFrom("round")
    .select(["opens_on", "closes_at"])
    .where("id", "=", bid.round?.id ?? 0)
    .executeTakeFirst();
  const refusal = refusalOfSentOn(sentOn, {
    opensOn: round?.opens_on ?? null,
    closesAt: round?.closes_at ?? null,
    begunOn: ukLocalTime(bid.createdAt).slice(0, 10),
  });
  if (refusal === null || !round?.opens_on) return refusal;
  return (await isAgreed(trx, bid.id, "not_yet_open")) ? null : refusal;
}
