import { getAward } from "#app/awards/index.server.ts";
import { writingPartnerships } from "#app/awards/index.ts";
import { listColleagues } from "#app/bids/index.server.ts";
import { may, personId } from "#app/platform/context.server.ts";
import { taskPages } from "../task-pages.server.ts";

/** The pages of an award's tasks: whoever reads the award reads them, whoever drafts its versions writes them. */
export const tasksOfAward = taskPages(async (context, id) => {
  const award = await getAward(context, id);
  const { actor } = context;
  return {
    record: { awardId: award.id },
    href: `/awards/${award.id}`,
    caption: `${award.reference} ${award.title}`,
    mayWrite: may(actor, "award.draft", writingPartnerships(award.partnerships)),
    personId: personId(context),
    people: await listColleagues(
      context.db.read,
      award.partnerships.map((one) => one.partnershipId),
    ),
  };
});
