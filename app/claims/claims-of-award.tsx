import type { ClaimFigures as Figures } from "./claim-figures.rules.ts";
import { ClaimFigures } from "./claim-figures.tsx";

type ClaimsOfAwardProps = {
  awardId: number;
  /** Null where nothing has been claimed. */
  figures: Figures | null;
};

/** What was claimed of an award and what came, with the way to the claims. */
export function ClaimsOfAward({ awardId, figures }: ClaimsOfAwardProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Claims and receipts</h2>
      {figures && <ClaimFigures figures={figures} />}
      <p className="govuk-body">
        <a className="govuk-link" href={`/awards/${awardId}/claims`}>
          {figures === null ? "Nothing has been claimed yet" : "All claims and receipts"}
        </a>
      </p>
    </>
  );
}
