import { type DueBack, notYetKnownWords } from "#app/awards/index.ts";
import { formatPounds } from "#app/core/money.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { type SpendFigures as Figures, unspentWords } from "./spend.rules.ts";

/** What was spent of an award, and what that leaves: to spend, to claim, to give back. */
export function SpendFigures({ figures, due }: { figures: Figures; due: DueBack }) {
  const unspent = unspentWords(due, figures.overclaimedPence);
  return (
    <>
      {unspent !== null && <WarningText>{unspent}</WarningText>}
      {due.notYetKnown.length > 0 && <InsetText>{notYetKnownWords(due.notYetKnown).join(" ")}</InsetText>}
      {Boolean(figures.overspentPence) && (
        <WarningText>
          {formatPounds(figures.overspentPence ?? 0)} more was spent than the award gives, less what other
          awards take of it: nothing of this award pays for it.
        </WarningText>
      )}
      <SummaryList
        rows={[
          { key: "Spent", value: <Money pence={figures.spentPence} /> },
          figures.leftPence !== null && { key: "Not spent", value: <Money pence={figures.leftPence} /> },
          Boolean(figures.overspentPence) && {
            key: "Spent above the award",
            value: <Money pence={figures.overspentPence} />,
          },
          figures.underspentPence > 0 && {
            key: "Underspent in years that are over",
            value: <Money pence={figures.underspentPence} />,
          },
          figures.repaidPence !== 0 && {
            key: "Repaid to the funder",
            value: <Money pence={figures.repaidPence} />,
          },
          figures.unclaimedPence !== null && {
            key: "Spent, not claimed",
            value: <Money pence={figures.unclaimedPence} />,
          },
        ]}
      />
    </>
  );
}
