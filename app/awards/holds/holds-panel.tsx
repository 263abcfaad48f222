import { formatDate } from "#app/core/calendar-date.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import type { Hold } from "./hold.ts";

type HoldsPanelProps = { awardId: number; holds: readonly Hold[]; mayRecord: boolean };

/** Whether an award is on hold, on its own page, and each time that it was. */
export function HoldsPanel({ awardId, holds, mayRecord }: HoldsPanelProps) {
  if (holds.length === 0 && !mayRecord) return null;
  const now = holds.find(({ liftedOn }) => liftedOn === null);
  return (
    <section aria-labelledby="holds">
      <h2 className="govuk-heading-m" id="holds">
        On hold
      </h2>
      {now && (
        <SummaryList
          rows={[
            { key: "Since", value: datedWords(now.heldFrom, now.recordedBy) },
            { key: "Why", value: now.reason },
            now.attachment !== null && {
              key: "Document",
              value: <DocumentLink awardId={awardId} document={now.attachment} />,
            },
          ]}
        />
      )}
      {holds.map((hold) =>
        hold.liftedOn === null ? null : (
          <p className="govuk-body" key={hold.id}>
            On hold from {datedWords(hold.heldFrom, hold.recordedBy)}: {hold.reason}
            {hold.attachment !== null && (
              <>
                {" "}
                (<DocumentLink awardId={awardId} document={hold.attachment} />)
              </>
            )}
            . Taken off {datedWords(hold.liftedOn, hold.liftedBy)}: {hold.liftedBecause}
          </p>
        ),
      )}
      {!now && holds.length === 0 && <p className="govuk-body">It was never on hold.</p>}
      {mayRecord && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/awards/${awardId}/${now ? "take-off-hold" : "hold"}`}>
            {now ? "Take the award off hold" : "Put the award on hold"}
          </a>
        </p>
      )}
    </section>
  );
}

function DocumentLink({ awardId, document }: { awardId: number; document: { id: number; title: string } }) {
  return (
    <a className="govuk-link" href={`/awards/${awardId}/attachments/${document.id}`}>
      {document.title}
    </a>
  );
}

/** "3 May 2026, recorded by Olu Officer". */
function datedWords(day: string, person: string | null): string {
  return person === null ? formatDate(day) : `${formatDate(day)}, recorded by ${person}`;
}
