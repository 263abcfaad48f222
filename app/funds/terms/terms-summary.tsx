import { SourceOfFigure, type StatedFigures } from "#app/attachments/index.ts";
import { formatDate, formatInstant } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { formatClosing } from "../round.rules.ts";
import { isWebAddress } from "../round.schema.ts";
import { APPLICANT_NAMES, type DeadlineChange, type RoundTermsInFull, type RoundYear } from "./terms.ts";

type TermsSummaryProps = {
  terms: RoundTermsInFull;
  deadlineChanges: readonly DeadlineChange[];
  stated?: StatedFigures;
};

/** What a bid to the round must keep to, and the funder's dates. */
export function TermsSummary({ terms, deadlineChanges, stated }: TermsSummaryProps) {
  const { clarificationFrom, clarificationTo, portalUrl } = terms;
  const hasClarification = clarificationFrom !== null || clarificationTo !== null;
  return (
    <SummaryList
      rows={[
        {
          key: "Kinds of body that may lead",
          value: listed(terms.applicantKinds.map((kind) => APPLICANT_NAMES[kind])),
        },
        { key: "Match in kind counts", value: yesOrNo(terms.inKindCounts) },
        { key: "Financial years", value: listed(terms.years.map(yearWords)) },
        { key: "No money moves between years", value: yesOrNo(terms.noTransferBetweenYears) },
        {
          key: "Most of a bid that may be capital",
          value: (
            <>
              {terms.capitalSharePercent === null ? <NotRecorded /> : `${terms.capitalSharePercent}%`}
              <SourceOfFigure stated={stated} of={{ figure: "capital_share" }} />
            </>
          ),
        },
        { key: "For", value: listed(terms.themes.map(({ name }) => name)) },
        terms.announcedOn !== null && { key: "Announced", value: <DateText date={terms.announcedOn} /> },
        terms.expressionOfInterestBy !== null && {
          key: "Expression of interest by",
          value: <DateText date={terms.expressionOfInterestBy} />,
        },
        hasClarification && {
          key: "Clarification",
          value: (
            <>
              <DateText date={clarificationFrom} /> to <DateText date={clarificationTo} />
            </>
          ),
        },
        portalUrl !== null &&
          isWebAddress(portalUrl) && {
            key: "Portal",
            value: (
              <a className="govuk-link" href={portalUrl} rel="noopener noreferrer">
                {portalUrl}
              </a>
            ),
          },
        deadlineChanges.length > 0 && {
          key: "Closing date was moved",
          value: <DeadlineChanges changes={deadlineChanges} />,
        },
      ]}
    />
  );
}

function yearWords({ year, capPence }: RoundYear): string {
  const most = capPence === null ? "" : `, at most ${formatPounds(capPence)} for a bid`;
  return `${formatFinancialYear(year)}${most}`;
}

function listed(words: readonly string[]) {
  if (words.length === 0) return <NotRecorded />;
  if (words.length === 1) return words[0];
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}

function yesOrNo(answer: boolean | null) {
  if (answer === null) return <NotRecorded />;
  return answer ? "Yes" : "No";
}

function DeadlineChanges({ changes }: { changes: readonly DeadlineChange[] }) {
  const closing = (at: string | null) => (at === null ? "not recorded" : formatClosing(at));
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {changes.map(({ was, became, at }) => (
        <li key={at}>
          From {closing(was)} to {closing(became)}, recorded {formatInstant(at)}
        </li>
      ))}
    </ul>
  );
}

/** "Withdrawn by the funder 3 May 2026. The pot was cut." */
export function withdrawnWords({
  withdrawnOn,
  withdrawnReason,
}: Pick<RoundTermsInFull, "withdrawnOn" | "withdrawnReason">): string | null {
  if (withdrawnOn === null) return null;
  return [`Withdrawn by the funder ${formatDate(withdrawnOn)}.`, withdrawnReason]
    .filter((part) => part !== null)
    .join(" ");
}
