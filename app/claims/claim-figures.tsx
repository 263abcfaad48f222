import { repaymentDueWords } from "#app/awards/index.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import type { ClaimFigures as Figures } from "./claim-figures.rules.ts";

const PREPARED = "In claims not yet submitted";

/** What is awarded, claimed and received: each a figure of its own, never mixed. */
export function ClaimFigures({ figures }: { figures: Figures }) {
  const isUnknown = figures.notRecorded > 0 && figures.claimedPence === 0;
  const known = (pence: number) => <Money pence={isUnknown && pence === 0 ? null : pence} />;
  return (
    <>
      {figures.repayment !== null && figures.repayment.pence > 0 && (
        <WarningText>
          {repaymentDueWords(figures.repayment)} is to be repaid: that much more was claimed than the award
          gives now. Money that is left of one year or stream covers nothing of another.
        </WarningText>
      )}
      <SummaryList
        rows={[
          { key: "Awarded", value: <Money pence={figures.awardedPence} /> },
          { key: "Claimed", value: <Claimed figures={figures} /> },
          figures.repayment !== null &&
            figures.repayment.pence > 0 && {
              key: "Of it to be repaid",
              value: <Money pence={figures.repayment.pence} />,
            },
          figures.repaidOfAbovePence > 0 && {
            key: "Of it repaid, as the award was cut",
            value: <Money pence={figures.repaidOfAbovePence} />,
          },
          { key: "Received", value: known(figures.receivedPence) },
          figures.advancePence > 0 && {
            key: "Of it an advance, above what was claimed",
            value: <Money pence={figures.advancePence} />,
          },
          { key: "Claimed, not received", value: known(figures.unpaidPence) },
          { key: "Left to claim", value: <Money pence={figures.remainingPence} /> },
          figures.preparedPence > 0 && {
            key: figures.remainingPence === null ? PREPARED : `Of which ${PREPARED.toLowerCase()}`,
            value: <Money pence={figures.preparedPence} />,
          },
        ]}
      />
    </>
  );
}

function Claimed({ figures: { claimedPence, notRecorded } }: { figures: Figures }) {
  if (notRecorded === 0) return <Money pence={claimedPence} />;
  const beside = `${notRecorded} ${notRecorded === 1 ? "claim" : "claims"}, amount not recorded`;
  if (claimedPence === 0) return beside;
  return (
    <>
      <Money pence={claimedPence} /> + {beside}
    </>
  );
}
