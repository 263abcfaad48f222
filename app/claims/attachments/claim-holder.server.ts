import { attachmentPages } from "#app/attachments/index.server.ts";
import { getAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { may } from "#app/platform/context.server.ts";
import { numericId } from "#app/platform/page.server.ts";
import { getClaim } from "../claims.queries.server.ts";

/** The pages of a claim's attachments: whoever reads the award reads them, whoever writes its claims adds and deletes them. */
export const attachmentsOfClaim = attachmentPages("register.read", async (context, params) => {
  const award = await getAward(context, numericId(params.id));
  const claim = await getClaim(context.db.read, award.id, numericId(params.claimId));
  return {
    attachedTo: { claimId: claim.id },
    href: `/awards/${award.id}/claims/${claim.id}`,
    caption: `${award.reference} ${award.title}: claim ${claim.number}`,
    readers: "Everybody who can read this award, in each of its partnerships, will be able to read the file.",
    mayAttach: may(context.actor, "claim.write", writingPartnerships(award.partnerships)),
  };
});
