import { CompareForm } from "./compare-form.tsx";
import type { MeasureGroup } from "./grouping.rules.ts";
import { MeasuresTable } from "./measures-table.tsx";

type OutcomesOfPartnershipProps = {
  group: MeasureGroup & { partnership: string };
  projectNames: Record<number, string>;
};

/** The measures of a partnership: a table for each project, and one for the partnership as a whole. */
export function OutcomesOfPartnership({ group, projectNames }: OutcomesOfPartnershipProps) {
  return (
    <section aria-labelledby={`partnership-${group.partnershipId}`}>
      <h2 className="govuk-heading-l" id={`partnership-${group.partnershipId}`}>
        {group.partnership}
      </h2>
      {group.parts.map(({ projectId, measures }) => (
        <MeasuresTable
          key={projectId ?? "whole"}
          caption={
            projectId === null ? (
              "The partnership as a whole"
            ) : (
              <a className="govuk-link" href={`/projects/${projectId}`}>
                {projectNames[projectId] ?? "Project"}
              </a>
            )
          }
          measures={measures}
        />
      ))}
      <CompareForm partnershipId={group.partnershipId} measures={group.combinable} />
    </section>
  );
}
