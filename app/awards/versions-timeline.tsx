import { formatDate, formatInstant } from "#app/core/calendar-date.ts";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { AmountOrVoid } from "./amount-today.tsx";
import { VERSION_KINDS } from "./award.ts";
import { explainEffectiveDay } from "./effective-day.rules.ts";
import type { Version } from "./version.ts";

type VersionsTimelineProps = { awardId: number; versions: readonly Version[]; currentId: number | null };

/** Every version as it was sealed, newest first. */
export function VersionsTimeline({ awardId, versions, currentId }: VersionsTimelineProps) {
  return (
    <>
      <h2 className="govuk-heading-m" id="versions">
        Versions
      </h2>
      <ol className="govuk-list app-timeline" reversed>
        {[...versions].reverse().map((version) => (
          <li key={version.id}>
            <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
              <a className="govuk-link" href={`/awards/${awardId}/versions/${version.number}`}>
                Version {version.number}: {VERSION_KINDS[version.kind].name.toLowerCase()}
              </a>
              {version.id === currentId && " (in force today)"}
            </h3>
            <p className="govuk-body govuk-!-margin-bottom-1">
              <AmountOrVoid version={version} />, counts from {formatDate(version.effectiveOn)}
              {explained(version)}
            </p>
            <p className="govuk-body govuk-!-margin-bottom-1">{version.reason}</p>
            <p className="govuk-hint govuk-!-margin-bottom-0">
              {version.decidedOn === null ? (
                "The day of the decision is not recorded"
              ) : (
                <>
                  Decided <DateText date={version.decidedOn} />
                </>
              )}
              {version.decisionReference && `, reference ${version.decisionReference}`}. Sealed{" "}
              {sealedWords(version)}.
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function explained(version: Version): string {
  const words = explainEffectiveDay(version.effectiveBasis);
  return words ? ` (${words})` : "";
}

/** "4 June 2026 at 9:32am by Sam Field". */
export function sealedWords(version: Pick<Version, "sealedAt" | "sealedBy">): string {
  return `${formatInstant(version.sealedAt)} by ${version.sealedBy ?? "the operator of the register"}`;
}
