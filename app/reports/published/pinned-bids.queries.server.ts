import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { JudgedBid } from "../success/success.ts";
import type { Pinned } from "./publishable.ts";

/**
 * The bids that a published report of success was made of. The report has been found by the person.
 * @throws NotFoundError for a report that is made of none.
 */
export async function pinnedBidsOf({ db }: Context, id: number): Promise<JudgedBid[]> {
  const row = await db.read
    .selectFrom("published_report")
    .select("pinned_json")
    .where("id", "=", id)
    .executeTakeFirst();
  const pinned = row?.pinned_json == null ? null : (JSON.parse(row.pinned_json) as Pinned);
  if (!pinned?.success) throw new NotFoundError(`Published report ${id} is not of bids`);
  return pinned.success.bids;
}
