import { type FiguresOfRecord, figureSourcePages } from "#app/attachments/index.server.ts";
import { getAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { numericId } from "#app/platform/page.server.ts";
import { getClaim, listReceipts } from "../claims.queries.server.ts";
import { figuresOfClaim } from "./figures-of-claim.ts";

/** The figures of a claim, of which sources can be stated by whoever writes claims, whatever its status. @throws NotFoundError */
export async function findFiguresOfClaim(
  context: Context,
  awardId: number,
  claimId: number,
): Promise<FiguresOfRecord> {
  const award = await getAward(context, awardId);
  const claim = await getClaim(context.db.read, award.id, claimId);
  const href = `/awards/${award.id}/claims/${claim.id}`;
  return {
    attachedTo: { claimId: claim.id },
    href,
    back: href,
    caption: `${award.reference} ${award.title}: claim ${claim.number}`,
    figures: figuresOfClaim(claim, await listReceipts(context.db.read, claim.id)),
    mayState: may(context.actor, "claim.write", writingPartnerships(award.partnerships)),
  };
}

export const sourcesOfClaim = figureSourcePages("register.read", (context, params) =>
  findFiguresOfClaim(context, numericId(params.id), numericId(params.claimId)),
);
