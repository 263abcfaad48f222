import { leftToClaim, type RepaymentDue, repaymentDue, type Share } from "#app/awards/index.ts";
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
  /** Received above what was claimed, of claims that the funder pays in advance. */
  advancePence: number;
  /** Claimed, and not received: never counted as received. */
  unpaidPence: number;
  /** What is left to claim: awarded less claimed, by years and streams; null too where the amount of a claim is not recorded. */
  remainingPence: number | null;
  /** Claimed above what the award gives of a year or in all since it was cut, less what was repaid. */
  repayment: RepaymentDue | null;
  /** What of that was repaid: awarded = claimed − repayment − repaid + remaining. */
  repaidOfAbovePence: number;
};

/**
 * @param awarded by the version in force; null pence where that is not recorded. @param claimed the lines of those of the
 *   claims that were submitted. @param repaidPence to the funder
 */
export function claimFigures(
  awarded: { amountPence: number | null; lines: readonly Share[] },
  claims: readonly Claim[],
  claimed: readonly Share[],
  repaidPence = 0,
): ClaimFigures {
  const live = claims.filter(({ status }) => status !== "withdrawn");
  const { amountPence: awardedPence } = awarded;
  const inClaims = (some: readonly Claim[]) => sumPence(some.map(({ claimedPence }) => claimedPence ?? 0));
  const sent = live.filter((claim) => !isPrepared(claim));
  const claimedPence = inClaims(sent);
  const repayment = awardedPence === null ? null : repaymentDue(awarded.lines, claimed, repaidPence);
  const above = awardedPence === null ? null : repaymentDue(awarded.lines, claimed, 0);
  const notRecorded = sent.filter((claim) => claim.claimedPence === null).length;
  return {
    awardedPence,
    claimedPence,
    notRecorded,
    preparedPence: inClaims(live.filter(isPrepared)),
    receivedPence: sumPence(live.map(({ receivedPence }) => receivedPence)),
    advancePence: sumPence(live.map(advanced)),
    unpaidPence: sumPence(sent.map(unpaid)),
    remainingPence: awardedPence === null || notRecorded > 0 ? null : leftToClaim(awarded.lines, claimed),
    repayment,
    repaidOfAbovePence: (above?.pence ?? 0) - (repayment?.pence ?? 0),
  };
}

function advanced({ claimedPence, receivedPence }: Claim): number {
  return claimedPence === null ? 0 : Math.max(0, receivedPence - claimedPence);
}

function unpaid({ claimedPence, receivedPence }: Claim): number {
  return Math.max(0, (claimedPence ?? 0) - receivedPence);
}
