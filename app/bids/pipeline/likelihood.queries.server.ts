import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import { isBidInScope, type OneBid } from "../bid-scope.server.ts";

/** How likely the manager holds it that a bid succeeds, in per cent; who said so and when. */
export type Likelihood = { percent: number; personName: string | null; setAt: string; version: number };

const likelihoodRow = keepQuery((reader, { bidId, scope }: OneBid) =>
  reader
    .selectFrom("bid_likelihood")
    .innerJoin("bid", "bid.id", "bid_likelihood.bid_id")
    .leftJoin("person", "person.id", "bid_likelihood.set_by")
    .selectAll("bid_likelihood")
    .select("person.name as person_name")
    .where("bid.id", "=", bidId)
    .where(isBidInScope(scope)),
);

/** The likelihood of a bid; null where nobody has set it, or the actor may not read the bid. */
export async function findLikelihood(context: Context, bidId: number): Promise<Likelihood | null> {
  const [row] = await likelihoodRow(context.db.read, { bidId, scope: context.scope });
  if (!row) return null;
  return { percent: row.percent, personName: row.person_name, setAt: row.set_at, version: row.version };
}
