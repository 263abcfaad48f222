import { figureSourcePages } from "#app/attachments/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { numericId } from "#app/platform/page.server.ts";
import { roundTitle } from "../funds.ts";
import { getRound } from "../rounds.queries.server.ts";
import { getRoundTerms } from "../terms/terms.queries.server.ts";
import { figuresOfRound } from "./figures-of-round.ts";

/** The figures of a round, of which sources can be stated by whoever keeps rounds. */
export const sourcesOfRound = figureSourcePages("reference.read", async (context, params) => {
  const round = await getRound(context, numericId(params.id));
  return {
    attachedTo: { roundId: round.id },
    href: `/rounds/${round.id}`,
    back: `/rounds/${round.id}`,
    caption: roundTitle(round),
    figures: figuresOfRound({ round, terms: await getRoundTerms(context, round.id) }),
    mayState: may(context.actor, "fund.write"),
  };
});
