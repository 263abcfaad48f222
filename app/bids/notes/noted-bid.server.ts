import { notePages } from "#app/notes/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { numericId } from "#app/platform/page.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";

/** The pages of a bid's notes: whoever reads the bid reads them, whoever writes it writes and withdraws them. */
export const notesOfBid = notePages("register.read", async (context, params) => {
  const bid = await getBid(context, numericId(params.id));
  return {
    record: { bidId: bid.id },
    href: `/bids/${bid.id}`,
    caption: `${bid.reference} ${bid.title}`,
    mayNote: may(context.actor, "bid.write", writablePartnerships(bid)),
  };
});
