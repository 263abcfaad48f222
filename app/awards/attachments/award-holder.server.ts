import { attachmentPages } from "#app/attachments/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { numericId } from "#app/platform/page.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";

/** The pages of an award's attachments: whoever reads the award reads them, whoever drafts its versions adds and deletes them. */
export const attachmentsOfAward = attachmentPages("register.read", async (context, params) => {
  const award = await getAward(context, numericId(params.id));
  return {
    attachedTo: { awardId: award.id },
    href: `/awards/${award.id}`,
    caption: `${award.reference} ${award.title}`,
    readers: "Everybody who can read this award, in each of its partnerships, will be able to read the file.",
    mayAttach: may(context.actor, "award.draft", writingPartnerships(award.partnerships)),
  };
});
