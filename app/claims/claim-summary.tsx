import { SourceOfFigure, type StatedFigures } from "#app/attachments/index.ts";
import { formatInstant } from "#app/core/calendar-date.ts";
import { type Source, SourceNote } from "#app/partnerships/index.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { Tag } from "#app/ui/govuk/tag.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { type Claim, PAYMENT_WORDS, receivedOrUnknown } from "./claim.ts";
import { claimStatusWords } from "./claim-words.ts";
import { priceWords } from "./schedule/schedule.rules.ts";

type ClaimSummaryProps = {
  claim: Claim;
  source?: Source | null;
  /** Which attachments state its figures. */
  stated?: StatedFigures;
};

/** A claim at a glance. */
export function ClaimSummary({ claim, source = null, stated }: ClaimSummaryProps) {
  const { text, colour } = claimStatusWords(claim);
  return (
    <>
      <SummaryList
        rows={[
          { key: "Status", value: <Tag colour={colour}>{text}</Tag> },
          {
            key: "Period",
            value: (
              <>
                <DateText date={claim.periodFrom} /> to <DateText date={claim.periodTo} />
              </>
            ),
          },
          { key: "Paid", value: PAYMENT_WORDS[claim.payment] },
          claim.results !== null && {
            key: "Results",
            value: (
              <>
                {resultsWords(claim)}
                <SourceOfFigure stated={stated} of={{ figure: "results" }} />
              </>
            ),
          },
          {
            key: "Claimed",
            value: (
              <>
                <Money pence={claim.claimedPence} />
                <SourceOfFigure stated={stated} of={{ figure: "claimed" }} />
              </>
            ),
          },
          { key: "Received", value: <Money pence={receivedOrUnknown(claim)} /> },
          claim.writtenBy !== null && { key: "Written by", value: claim.writtenBy },
          claim.signedAt !== null && {
            key: "Signed",
            value: `${formatInstant(claim.signedAt)}${claim.signedBy ? ` by ${claim.signedBy}` : ""}`,
          },
          claim.submittedOn !== null && { key: "Submitted", value: <DateText date={claim.submittedOn} /> },
          claim.funderReference !== null && { key: "Funder’s reference", value: claim.funderReference },
          claim.reason !== null && { key: "Why it is claimed now", value: claim.reason },
          claim.note !== null && { key: "Note", value: claim.note },
        ]}
      />
      <SourceNote source={source} />
    </>
  );
}

/** "43, £800 for each family"; "43 (family)" where the price is not recorded. */
function resultsWords({ results, unit, unitPence }: Claim): string {
  if (unitPence !== null) return `${results}, ${priceWords(unitPence, unit)}`;
  return unit === null ? String(results) : `${results} (${unit})`;
}
