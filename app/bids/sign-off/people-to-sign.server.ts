import type { Context } from "#app/platform/context.server.ts";
import type { Bid } from "../bid.ts";
import { type SignersShort, signersShort } from "./enough-signers.rules.ts";
import { leadOf, listChain } from "./sign-off.queries.server.ts";

/** Whoever has a role with the lead of a bid and has not left, by name. */
export function listPeopleOfLead({ db }: Context, bid: Pick<Bid, "partnerships">) {
  return db.read
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["person.id", "person.name", "membership.role"])
    .where("membership.partnership_id", "=", leadOf(bid) ?? 0)
    .where("person.disabled_at", "is", null)
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
}

/** Whether too few people could sign a bid if sign-off were asked for now; null where there are enough, or no lead yet. */
export async function shortIfAsked(
  context: Context,
  bid: Pick<Bid, "partnerships" | "createdBy" | "writerIds">,
): Promise<SignersShort | null> {
  const leadId = leadOf(bid);
  if (leadId === null) return null;
  const chain = await listChain(context.db.read, leadId);
  const people = await listPeopleOfLead(context, bid);
  const others = people.filter(({ id }) => bid.createdBy !== id && !bid.writerIds.includes(id));
  return signersShort(chain.length > 0 ? chain : [{ signers: [] }], others, context.today);
}
