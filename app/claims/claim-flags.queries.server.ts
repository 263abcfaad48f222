import type { getAward } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { isPrepared } from "./claim.status.ts";
import type { Claim } from "./claim.ts";
import { agreementFlags } from "./claim-choices.queries.server.ts";
import { claimFlags, refusalOfLateClaim } from "./claim-limits.rules.ts";
import {
  advanceFlags,
  carriedFlags,
  earlyFlags,
  paidForSameDays,
  periodFlags,
} from "./claim-period.rules.ts";
import {
  awardedOn,
  claimedParts,
  claimedShares,
  listCarried,
  type listClaimLines,
  sharesOfClaim,
  signedShares,
  submittedShares,
} from "./claims.queries.server.ts";
import { submittedUnsigned } from "./signature.rules.ts";

type Award = Pick<Awaited<ReturnType<typeof getAward>>, "id" | "deliveryFrom" | "deliveryTo">;

/**
 * What cannot be checked of a claim or stands against it today, in words: the same on its page and where it is signed or sent;
 * those that an agreement is about by themselves too, for they ask for a reason. Call with an award in scope.
 */
export async function flagsOfClaim(
  context: Context,
  award: Award,
  claim: Claim,
  lines: Awaited<ReturnType<typeof listClaimLines>>,
): Promise<{ flags: string[]; ofAgreements: string[] }> {
  const { db, today } = context;
  const awarded = await awardedOn(db.read, award.id, today);
  const others = await claimedShares(db.read, award.id, today, claim.id);
  const ofAgreements = await agreementFlags(context, award.id, claim, lines);
  const refusal = isPrepared(claim) ? await refusalToday(context, award.id, claim) : null;
  return {
    flags: [
      ...(refusal === null ? [] : [refusal]),
      // What it is refused for says more than that it is not as the award gives it.
      ...claimFlags(awarded, lines, others).filter((flag) => !refusal?.startsWith(flag)),
      ...periodFlags(claim, award),
      ...earlyFlags(claim, today),
      ...submittedUnsigned(claim),
      ...advanceFlags(claim),
      ...carriedFlags(await listCarried(db.read, claim.id, today)),
      ...(isPrepared(claim)
        ? paidForSameDays(claim, lines, await claimedParts(db.read, award.id, claim.id))
        : []),
      ...ofAgreements,
    ],
    ofAgreements,
  };
}

/** Why a claim that is written or signed cannot be signed or sent as it is, as the next step would say it; null where it can. */
async function refusalToday(
  { db: { read }, today }: Context,
  awardId: number,
  { id, status }: Claim,
): Promise<string | null> {
  const before =
    status === "draft"
      ? await signedShares(read, awardId, today, id)
      : await submittedShares(read, awardId, today);
  return refusalOfLateClaim(await awardedOn(read, awardId, today), before, await sharesOfClaim(read, id));
}
