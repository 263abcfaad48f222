import { sumPence } from "#app/core/money.ts";
import { isPrepared } from "./claim.status.ts";
import type { Claim } from "./claim.ts";

/** What came of an award, in pence; what the award's own amount is needed for is null where that is not recorded. */
export type ClaimFigures = {
  awardedPence: number | null;
  /** Of claims that were submitted, whatever came of them. */
  claimedPence: number;
  /** Claims that were submitted and whose amount is not recorded: beside what is claimed, never £0 in it. */
  notRecorded: number;
  /** Of claims that are being written or are signed: not asked for yet. */
  preparedPence: number;
  receivedPence: number;
  /** Claimed, and not received: never counted as received. */
  unpaidPence: number;
  /** Awarded less claimed. */
  remainingPence: number | null;
  /** Claimed above what the award gives since it was cut, less what was repaid. */
  repaymentPence: number | null;
};

/** @param awardedPence of the version in force, pence; null where it is not recorded. @param repaidPence to the funder */
export function claimFigures(
  awardedPence: number | null,
  claims: readonly Claim[],
  repaidPence = 0,
): ClaimFigures {
  const live = claims.filter(({ status }) => status !== "withdrawn");
  const claimed = (some: readonly Claim[]) => sumPence(some.map(({ claimedPence }) => claimedPence ?? 0));
  const sent = live.filter((claim) => !isPrepared(claim));
  const claimedPence = claimed(sent);
  return {
    awardedPence,
    claimedPence,
    notRecorded: sent.filter((claim) => claim.claimedPence === null).length,
    preparedPence: claimed(live.filter(isPrepared)),
    receivedPence: sumPence(live.map(({ receivedPence }) => receivedPence)),
    unpaidPence: sumPence(sent.map(unpaid)),
    remainingPence: awardedPence === null ? null : Math.max(0, awardedPence - claimedPence),
    repaymentPence: awardedPence === null ? null : Math.max(0, claimedPence - awardedPence - repaidPence),
  };
}

function unpaid({ claimedPence, receivedPence }: Claim): number {
  return Math.max(0, (claimedPence ?? 0) - receivedPence);
}
