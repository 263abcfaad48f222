import { attachmentPages } from "#app/attachments/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { numericId } from "#app/platform/page.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";

/** The pages of a bid's attachments: whoever reads the bid reads them, whoever writes it adds and deletes them. */
export const attachmentsOfBid = attachmentPages("register.read", async (context, params) => {
  const bid = await getBid(context, numericId(params.id));
  return {
    attachedTo: { bidId: bid.id },
    href: `/bids/${bid.id}`,
    caption: `${bid.reference} ${bid.title}`,
    readers: "Everybody who can read this bid, in each of its partnerships, will be able to read the file.",
    mayAttach: may(context.actor, "bid.write", writablePartnerships(bid)),
  };
});
