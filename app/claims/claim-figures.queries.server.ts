import type { Context } from "#app/platform/context.server.ts";
import type { Claim } from "./claim.ts";
import { type ClaimFigures, claimFigures } from "./claim-figures.rules.ts";
import { awardedOn, submittedShares } from "./claims.queries.server.ts";
import { repaidOf } from "./repayments/repayment.ts";
import { listRepayments } from "./repayments/repayments.queries.server.ts";

/** What came of an award today. @param claims all of it. Call with an award in scope. */
export async function findClaimFigures(
  { db, today }: Context,
  awardId: number,
  claims: readonly Claim[],
): Promise<ClaimFigures> {
  const awarded = await awardedOn(db.read, awardId, today);
  const claimed = await submittedShares(db.read, awardId, today);
  return claimFigures(awarded, claims, claimed, repaidOf(await listRepayments(db.read, awardId)));
}
