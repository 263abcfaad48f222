import { notePages } from "#app/notes/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { numericId } from "#app/platform/page.server.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";

/** The pages of an award's notes: whoever reads the award reads them, whoever drafts its versions writes and withdraws them. */
export const notesOfAward = notePages("register.read", async (context, params) => {
  const award = await getAward(context, numericId(params.id));
  return {
    record: { awardId: award.id },
    href: `/awards/${award.id}`,
    caption: `${award.reference} ${award.title}`,
    mayNote: may(context.actor, "award.draft", writingPartnerships(award.partnerships)),
  };
});
