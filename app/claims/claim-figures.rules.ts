import { sumPence } from "#app/core/money.ts";
import type { Claim } from "./claim.ts";

/** What came of an award, in pence; what the award's own amount is needed for is null where that is not recorded. */
export type ClaimFigures = {
  awardedPence: number | null;
  /** Of claims that were submitted, whatever came of them. */
  claimedPence: number;
  /** Of claims that are being written or are signed: not asked for yet. */
  preparedPence: number;
  receivedPence: number;
  /** Claimed, and not received: never counted as received. */
  unpaidPence: number;
  /** Awarded less claimed. */
  remainingPence: number | null;
  /** Claimed above what the award gives since it was cut. */
  repaymentPence: number | null;
};

/** @param awardedPence of the version in force, pence; null where it is not recorded */
export function claimFigures(awardedPence: number | null, claims: readonly Claim[]): ClaimFigures {
  const live = claims.filter(({ status }) => status !== "withdrawn");
  const isPrepared = ({ status }: Claim) => status === "draft" || status === "signed";
  const claimed = (some: readonly Claim[]) => sumPence(some.map(({ claimedPence }) => claimedPence));
  const claimedPence = claimed(live.filter((claim) => !isPrepared(claim)));
  return {
    awardedPence,
    claimedPence,
    preparedPence: claimed(live.filter(isPrepared)),
    receivedPence: sumPence(live.map(({ receivedPence }) => receivedPence)),
    unpaidPence: sumPence(live.filter((claim) => !isPrepared(claim)).map(unpaid)),
    remainingPence: awardedPence === null ? null : Math.max(0, awardedPence - claimedPence),
    repaymentPence: awardedPence === null ? null : Math.max(0, claimedPence - awardedPence),
  };
}

function unpaid({ claimedPence, receivedPence }: Claim): number {
  return Math.max(0, claimedPence - receivedPence);
}
