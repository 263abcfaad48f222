import { type FiguresOfRecord, figureSourcePages } from "#app/attachments/index.server.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { numericId } from "#app/platform/page.server.ts";
import { getBid } from "../bid.queries.server.ts";
import { writablePartnerships } from "../bid.rules.ts";
import { getBidContent } from "../content/content.queries.server.ts";
import { figuresOfBid } from "./figures-of-bid.ts";

/** The figures of a bid, of which sources can be stated by whoever writes it, whatever its status. @throws NotFoundError */
export async function findFiguresOfBid(context: Context, id: number): Promise<FiguresOfRecord> {
  const bid = await getBid(context, id);
  return {
    attachedTo: { bidId: bid.id },
    href: `/bids/${bid.id}`,
    back: `/bids/${bid.id}`,
    caption: `${bid.reference} ${bid.title}`,
    figures: figuresOfBid({ bid, content: await getBidContent(context, bid.id) }),
    mayState: may(context.actor, "bid.write", writablePartnerships(bid)),
  };
}

export const sourcesOfBid = figureSourcePages("register.read", (context, params) =>
  findFiguresOfBid(context, numericId(params.id)),
);
