import type { Claim } from "./claim.ts";
import { claimFigures } from "./claim-figures.rules.ts";
import { ClaimFigures } from "./claim-figures.tsx";

type ClaimsOfAwardProps = {
  awardId: number;
  awardedPence: number | null;
  claims: readonly Claim[];
  repaidPence: number;
};

/** What was claimed of an award and what came, with the way to the claims. */
export function ClaimsOfAward({ awardId, awardedPence, claims, repaidPence }: ClaimsOfAwardProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Claims and receipts</h2>
      {claims.length > 0 && <ClaimFigures figures={claimFigures(awardedPence, claims, repaidPence)} />}
      <p className="govuk-body">
        <a className="govuk-link" href={`/awards/${awardId}/claims`}>
          {claims.length === 0 ? "Nothing has been claimed yet" : "All claims and receipts"}
        </a>
      </p>
    </>
  );
}
