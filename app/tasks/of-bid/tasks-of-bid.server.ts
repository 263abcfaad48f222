import { getBid, listColleagues } from "#app/bids/index.server.ts";
import { writablePartnerships } from "#app/bids/index.ts";
import { may, personId } from "#app/platform/context.server.ts";
import { taskPages } from "../task-pages.server.ts";

/** The pages of a bid's tasks: whoever reads the bid reads them, whoever writes it adds, changes and settles them. */
export const tasksOfBid = taskPages(async (context, id) => {
  const bid = await getBid(context, id);
  const { actor } = context;
  return {
    record: { bidId: bid.id },
    href: `/bids/${bid.id}`,
    caption: `${bid.reference} ${bid.title}`,
    mayWrite: may(actor, "bid.write", writablePartnerships(bid)),
    personId: personId(context),
    people: await listColleagues(
      context.db.read,
      bid.partnerships.map((one) => one.id),
    ),
  };
});
