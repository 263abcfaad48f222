import { attachmentPages } from "#app/attachments/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { numericId } from "#app/platform/page.server.ts";
import { roundTitle } from "../funds.ts";
import { getRound } from "../rounds.queries.server.ts";

/** The pages of a round's attachments. All partnerships share rounds, and so these. */
export const attachmentsOfRound = attachmentPages("reference.read", async (context, params) => {
  const round = await getRound(context, numericId(params.id));
  return {
    attachedTo: { roundId: round.id },
    href: `/rounds/${round.id}`,
    caption: roundTitle(round),
    readers: "Rounds are shared: everybody who uses this service will be able to read the file.",
    mayAttach: may(context.actor, "fund.write"),
  };
});
