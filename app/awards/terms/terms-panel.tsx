import { formatDate } from "#app/core/calendar-date.ts";
import { formatPercentage } from "#app/core/percentage.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { Terms } from "./terms.ts";

type TermsPanelProps = {
  awardId: number;
  terms: Terms | null;
  mayRecord: boolean;
};

/** Offer, acceptance and special terms of an award, on its own page. */
export function TermsPanel({ awardId, terms, mayRecord }: TermsPanelProps) {
  if (terms === null && !mayRecord) return null;
  return (
    <section aria-labelledby="terms">
      <h2 className="govuk-heading-m" id="terms">
        Offer and terms
      </h2>
      {terms !== null && <TermsList terms={terms} />}
      {mayRecord && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/awards/${awardId}/terms`}>
            Record offer, acceptance and terms
          </a>
        </p>
      )}
    </section>
  );
}

function TermsList({ terms }: { terms: Terms }) {
  const contact = [terms.contactName, terms.contactEmail].filter((part) => part !== null).join(", ");
  return (
    <SummaryList
      rows={[
        { key: "Offered", value: datedWords(terms.offeredOn, terms.offerReference) ?? <NotRecorded /> },
        {
          key: "Accepted",
          value: datedWords(terms.acceptedOn, terms.acceptanceReference) ?? <NotRecorded />,
        },
        terms.decisionUrl !== null && {
          key: "Decision notice",
          value: (
            <a className="govuk-link" href={terms.decisionUrl} rel="noreferrer">
              Decision notice
            </a>
          ),
        },
        { key: "Special terms", value: specialWords(terms) },
        contact !== "" && { key: "Contact at the funder", value: contact },
      ]}
    />
  );
}

/** "6 August 2024 (OPCC-12)"; null where neither is recorded. */
function datedWords(date: string | null, reference: string | null): string | null {
  if (date === null) return reference;
  return reference === null ? formatDate(date) : `${formatDate(date)} (${reference})`;
}

function weeks(count: number): string {
  return count === 1 ? "1 week" : `${count} weeks`;
}

function specialWords(terms: Terms): string {
  const words = [
    terms.noTransfer && "no transfer between financial years",
    terms.capitalOnly && "capital only",
    terms.matchBasisPoints !== null && `${formatPercentage(terms.matchBasisPoints)} match funding`,
    terms.variationWeeks !== null &&
      `variations to be asked for ${weeks(terms.variationWeeks)} before 31 March`,
  ].filter((part) => part !== false);
  const all = words.join("; ");
  return all === "" ? "None" : all.charAt(0).toUpperCase() + all.slice(1);
}
