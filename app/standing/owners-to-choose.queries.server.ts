import { findColleague, listColleagues } from "#app/bids/index.server.ts";
import type { Colleague } from "#app/bids/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { StandingFilters } from "./standing-filters.ts";

/** With more partnerships their people are offered once one of them is chosen. */
const FEW_PARTNERSHIPS = 5;

/** Whose bids and awards can be asked for: the people of the partnership that is chosen, or of all where they are few. */
export async function listOwnersToChoose(
  context: Context,
  { partnershipId, owner }: Pick<StandingFilters, "partnershipId" | "owner">,
  own: readonly { id: number }[],
): Promise<Colleague[]> {
  const ids = own.map(({ id }) => id);
  const chosen = ids.filter((id) => id === partnershipId);
  const among = chosen.length > 0 ? chosen : ids.length <= FEW_PARTNERSHIPS ? ids : [];
  const people = among.length > 0 ? await listColleagues(context.db.read, among) : [];
  if (typeof owner !== "number" || people.some(({ id }) => id === owner)) return people;
  const asked = await findColleague(context, owner);
  return asked ? [...people, { id: asked.id, name: asked.name }] : people;
}
