import { formatDate } from "#app/core/calendar-date.ts";
import { type Source, SourceNote } from "#app/partnerships/index.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { AmountOrVoid } from "./amount-today.tsx";
import { VERSION_KINDS } from "./award.ts";
import { explainEffectiveDay } from "./effective-day.rules.ts";
import { AwardLink, Paragraphs, RecordLink } from "./record-links.tsx";
import type { Version } from "./version.ts";
import type { Span } from "./version-span.rules.ts";
import { sealedWords } from "./versions-timeline.tsx";

type VersionSummaryProps = { version: Version; span: Span; source: Source | null };

/** The facts of a sealed version. */
export function VersionSummary({ version, span, source }: VersionSummaryProps) {
  return (
    <>
      <SummaryList
        rows={[
          { key: "Kind", value: VERSION_KINDS[version.kind].name },
          { key: "Amount", value: <AmountOrVoid version={version} /> },
          { key: "Counts", value: spanWords(version, span) },
          { key: "Decided", value: <DateText date={version.decidedOn} /> },
          { key: "Decision reference", value: version.decisionReference ?? <NotRecorded /> },
          { key: "Reason", value: <Paragraphs text={version.reason} /> },
          version.termsAgreement !== null && {
            key: "What the funder agreed",
            value: <Paragraphs text={version.termsAgreement} />,
          },
          {
            key: "Funder",
            value: version.funder ? <RecordLink to="funders" record={version.funder} /> : <NotRecorded />,
          },
          {
            key: "Fund",
            value: version.fund ? <RecordLink to="funds" record={version.fund} /> : <NotRecorded />,
          },
          version.mayInclude.length > 0 && {
            key: "May include money of",
            value: version.mayInclude.map((other) => (
              <p className="govuk-body govuk-!-margin-bottom-1" key={other.awardId}>
                <AwardLink award={other.award} withTitle />
                {other.note && `: ${other.note}`}
              </p>
            )),
          },
          { key: "Sealed", value: sealedWords(version) },
        ]}
      />
      <SourceNote source={source} />
    </>
  );
}

/** "From 1 April 2024 until 31 March 2025, when version 3 begins." */
function spanWords(version: Version, { until, endedBy }: Span): string {
  const from = formatDate(version.effectiveOn);
  const explanation = explainEffectiveDay(version.effectiveBasis);
  const start = `From ${from}${explanation ? ` (${explanation})` : ""}`;
  if (endedBy === null || until === null) return start;
  if (until < version.effectiveOn) return `On no day: version ${endedBy.number} replaces it from ${from}`;
  return `${start} until ${formatDate(until)}: version ${endedBy.number} takes effect on ${formatDate(endedBy.effectiveOn)}`;
}
