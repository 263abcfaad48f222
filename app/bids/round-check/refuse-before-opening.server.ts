import { formatDate, lastDayOf, type PartialDate, precisionOf } from "#app/core/calendar-date.ts";
import type { Writer } from "#db/open.server.ts";
import type { Bid } from "../bid.ts";

/**
 * Why a bid cannot have been sent on a day that has gone by: its round opened later, on a day that is recorded, and the
 * funder agreed to no exception. Null where it can, or where it is not known.
 */
export async function refusalBeforeOpening(
  trx: Writer,
  bid: Pick<Bid, "id" | "round">,
  sentOn: PartialDate,
): Promise<string | null> {
  if (bid.round === null) return null;
  const { opens_on } = await trx
    .selectFrom("round")
    .select("opens_on")
    .where("id", "=", bid.round.id)
    .executeTakeFirstOrThrow();
  if (opens_on === null || precisionOf(opens_on) !== "day" || lastDayOf(sentOn) >= opens_on) return null;
  const agreed = await trx
    .selectFrom("bid_agreed_exception")
    .select("id")
    .where("bid_id", "=", bid.id)
    .where("rule", "=", "not_yet_open")
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
  if (agreed) return null;
  return `The date must not be before the round opened, ${formatDate(opens_on)}`;
}
