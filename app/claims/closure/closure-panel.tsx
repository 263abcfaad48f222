import { formatDate } from "#app/core/calendar-date.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import type { Closure } from "./closure.ts";

type ClosurePanelProps = { awardId: number; closures: readonly Closure[]; mayClose: boolean };

/** Whether an award is closed, on its own page, with what was said of it then and each time it was reopened. */
export function ClosurePanel({ awardId, closures, mayClose }: ClosurePanelProps) {
  const [latest] = closures;
  if (!latest && !mayClose) return null;
  const isClosed = latest !== undefined && latest.reopenedOn === null;
  return (
    <section aria-labelledby="closure">
      <h2 className="govuk-heading-m" id="closure">
        Closure
      </h2>
      {isClosed && (
        <SummaryList
          rows={[
            { key: "Closed", value: datedWords(latest.closedOn, latest.closedBy) },
            { key: "Evaluation", value: latest.evaluation },
            { key: "Evidence kept until", value: formatDate(latest.evidenceUntil) },
            latest.note !== null && { key: "Note", value: latest.note },
          ]}
        />
      )}
      {closures.map((closure) =>
        closure.reopenedOn === null ? null : (
          <p className="govuk-body" key={closure.id}>
            Closed {datedWords(closure.closedOn, closure.closedBy)}, reopened{" "}
            {datedWords(closure.reopenedOn, closure.reopenedBy)}: {closure.reopenedBecause}
          </p>
        ),
      )}
      {mayClose && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/awards/${awardId}/${isClosed ? "reopen" : "close"}`}>
            {isClosed ? "Reopen the award" : "Close the award"}
          </a>
        </p>
      )}
    </section>
  );
}

/** "3 May 2026 by Finley Finance". */
function datedWords(day: string, person: string | null): string {
  return person === null ? formatDate(day) : `${formatDate(day)} by ${person}`;
}
