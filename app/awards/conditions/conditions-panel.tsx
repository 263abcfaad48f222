import { Table } from "#app/ui/govuk/table.tsx";
import { type Condition, isOpen, standingOf } from "./condition.rules.ts";

type ConditionsPanelProps = {
  awardId: number;
  conditions: readonly Condition[];
  mayRecord: boolean;
  today: string;
};

/** What the funder asks for and where each stands, on the award's own page. */
export function ConditionsPanel({ awardId, conditions, mayRecord, today }: ConditionsPanelProps) {
  if (conditions.length === 0 && !mayRecord) return null;
  const href = `/awards/${awardId}/conditions`;
  return (
    <section aria-labelledby="conditions">
      <h2 className="govuk-heading-m" id="conditions">
        Conditions
      </h2>
      <Table
        caption="Conditions, in the order in which they are due"
        captionHidden
        rows={conditions}
        rowKey={({ id }) => id}
        empty="No condition is recorded."
        columns={[
          {
            heading: "Condition",
            rowHeader: true,
            cell: ({ id, text }) =>
              mayRecord ? (
                <a className="govuk-link" href={`${href}/${id}/edit`}>
                  {text}
                </a>
              ) : (
                text
              ),
          },
          { heading: "Where it stands", cell: (condition) => standingOf(condition, today) },
          { heading: "Evidence or reason", cell: (condition) => proofOf(condition) },
        ]}
      />
      {mayRecord && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`${href}/new`}>
            Record a condition
          </a>
        </p>
      )}
    </section>
  );
}

function proofOf(condition: Condition): string {
  if (isOpen(condition)) return condition.evidence ?? "None yet";
  const proof = condition.waivedBecause ?? condition.evidence ?? "";
  return condition.settledBy === null ? proof : `${proof} (recorded by ${condition.settledBy})`;
}
