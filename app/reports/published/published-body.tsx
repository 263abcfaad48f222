import { BarChart } from "#app/ui/charts/bar-chart.tsx";
import type { CrossedReport } from "../crossed/crossed.ts";
import { CrossedNotes, CrossedTable } from "../crossed/crossed-table.tsx";
import { crossedTitle } from "../crossed/crossed-words.rules.ts";
import { PairsTable } from "../crossed/pairs-table.tsx";
import type { FundingSecuredReport } from "../funding-secured.ts";
import { chartOf } from "../funding-secured-chart.rules.ts";
import { FundingSecuredNotes, JointAwards } from "../funding-secured-notes.tsx";
import { FundingSecuredTable } from "../funding-secured-table.tsx";
import { momentWords, reachWords, titleOf } from "../funding-secured-words.rules.ts";

/** What of the report is kept for ever: figures, proof and notes, without links to what may change. */
export function PublishedBody({ report }: { report: FundingSecuredReport }) {
  const chart = chartOf(report);
  return (
    <>
      <h2 className="govuk-heading-m">
        {titleOf(report.figures)}: {reachWords(report.partnerships)}
      </h2>
      <p className="govuk-body">{momentWords(report.figures)}</p>
      {chart && <BarChart {...chart} />}
      <FundingSecuredTable report={report} address={null} />
      <FundingSecuredNotes report={report} />
      <JointAwards report={report} address={null} />
    </>
  );
}

/** The same of the report with two groupings. */
export function CrossedBody({ crossed }: { crossed: CrossedReport }) {
  const { report } = crossed;
  return (
    <>
      <h2 className="govuk-heading-m">
        {crossedTitle(crossed)}: {reachWords(report.partnerships)}
      </h2>
      <p className="govuk-body">{momentWords(report.figures)}</p>
      {crossed.pairs ? (
        <PairsTable crossed={crossed} pairs={crossed.pairs} address={null} />
      ) : (
        <CrossedTable crossed={crossed} address={null} />
      )}
      <CrossedNotes crossed={crossed} />
      <JointAwards report={report} address={null} />
    </>
  );
}
