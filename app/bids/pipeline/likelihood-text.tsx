import { ukDayOf } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { expectedPence } from "./expected.rules.ts";
import type { Likelihood } from "./likelihood.queries.server.ts";

type LikelihoodTextProps = {
  bidId: number;
  likelihood: Likelihood | null;
  /** What the pipeline counts of the bid: of an umbrella record what is not itemised. */
  countedPence: number | null;
  maySet: boolean;
};

/** How likely a live bid is, and what the pipeline expects of it. */
export function LikelihoodText({ bidId, likelihood, countedPence, maySet }: LikelihoodTextProps) {
  const expected = expectedPence(countedPence, likelihood?.percent ?? null);
  return (
    <p className="govuk-body">
      {likelihood === null ? "Likelihood: not set." : `Likelihood: ${likelihood.percent}%`}
      {likelihood !== null && (
        <>
          {likelihood.personName !== null && `, set by ${likelihood.personName}`} on{" "}
          <DateText date={ukDayOf(likelihood.setAt)} />.
        </>
      )}
      {expected !== null && ` Expected: ${formatPounds(expected)}.`}{" "}
      {maySet && (
        <a className="govuk-link app-no-print" href={`/bids/${bidId}/likelihood`}>
          {likelihood === null ? "Set" : "Change"}
          <VisuallyHidden> the likelihood</VisuallyHidden>
        </a>
      )}
    </p>
  );
}
