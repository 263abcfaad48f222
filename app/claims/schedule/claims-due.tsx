import { claimDueName, RHYTHM_NAMES } from "#app/awards/index.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { PAYMENT_WORDS } from "../claim.ts";
import { dueStanding, priceWords } from "./schedule.rules.ts";
import type { ClaimDue, ClaimSchedule } from "./schedule.ts";

type ClaimsDueProps = {
  awardId: number;
  schedule: ClaimSchedule | null;
  dues: readonly ClaimDue[];
  today: string;
  mayClaim: boolean;
};

/** When the funder of an award asks for claims, and which of them are still to be submitted. */
export function ClaimsDue({ awardId, schedule, dues, today, mayClaim }: ClaimsDueProps) {
  const href = `/awards/${awardId}/claims`;
  if (schedule === null && !mayClaim) return null;
  return (
    <section aria-labelledby="claims-due">
      <h2 className="govuk-heading-m" id="claims-due">
        When claims are due
      </h2>
      {schedule && (
        <p className="govuk-body">
          {RHYTHM_NAMES[schedule.rhythm]}. {PAYMENT_WORDS[schedule.payment]}
          {schedule.unitPence === null ? "" : `, ${priceWords(schedule.unitPence, schedule.unit)}`}.
        </p>
      )}
      {schedule && (
        <Table
          caption="Claims that the funder asks for"
          captionHidden
          rows={dues}
          rowKey={({ id }) => id}
          empty="Everything that was planned is submitted."
          columns={[
            { heading: "What", rowHeader: true, cell: claimDueName },
            {
              heading: "Where it stands",
              cell: (due) =>
                due.claim === null ? (
                  dueStanding(due, today)
                ) : (
                  <a className="govuk-link" href={`${href}/${due.claim.id}`}>
                    {dueStanding(due, today)}
                  </a>
                ),
            },
            ...(mayClaim
              ? [
                  {
                    heading: <VisuallyHidden>Write it</VisuallyHidden>,
                    cell: (due: ClaimDue) =>
                      due.claim === null && (
                        <a className="govuk-link app-no-print" href={`${href}/new?due=${due.id}`}>
                          Write it<VisuallyHidden>: {claimDueName(due)}</VisuallyHidden>
                        </a>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {mayClaim && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`${href}/schedule`}>
            {schedule ? "Change when claims are due" : "Say when claims are due"}
          </a>
        </p>
      )}
    </section>
  );
}
