import { formatPounds } from "#app/core/money.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import type { ClaimFigures as Figures } from "./claim-figures.rules.ts";

/** What is awarded, claimed and received: each a figure of its own, never mixed. */
export function ClaimFigures({ figures }: { figures: Figures }) {
  return (
    <>
      {Boolean(figures.repaymentPence) && (
        <WarningText>
          {formatPounds(figures.repaymentPence ?? 0)} is to be repaid: that much more was claimed than the
          award gives now.
        </WarningText>
      )}
      <SummaryList
        rows={[
          { key: "Awarded", value: <Money pence={figures.awardedPence} /> },
          { key: "Claimed", value: <Money pence={figures.claimedPence} /> },
          { key: "Received", value: <Money pence={figures.receivedPence} /> },
          { key: "Claimed, not received", value: <Money pence={figures.unpaidPence} /> },
          figures.preparedPence > 0 && {
            key: "In claims not yet submitted",
            value: <Money pence={figures.preparedPence} />,
          },
          { key: "Left to claim", value: <Money pence={figures.remainingPence} /> },
        ]}
      />
    </>
  );
}
