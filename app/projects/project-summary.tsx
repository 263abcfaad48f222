import { SourceNote } from "#app/partnerships/index.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { PROJECT_STATUS_NAMES } from "./project-status.rules.ts";
import type { Project } from "./projects.queries.server.ts";

type ProjectSummaryProps = {
  project: Project;
  partnership: string;
  /** The partnerships that take part beside its own. */
  others: readonly { id: number; name: string }[];
};

/** What a project is, who takes part in it and how it stands. */
export function ProjectSummary({ project, partnership, others }: ProjectSummaryProps) {
  const { status } = project;
  return (
    <>
      <SummaryList
        rows={[
          {
            key: "Partnership",
            value: <PartnershipLink id={project.partnershipId} name={partnership} />,
          },
          others.length > 0 && {
            key: "With",
            value: others.map((other) => (
              <div key={other.id}>
                <PartnershipLink {...other} />
              </div>
            )),
          },
          project.description !== null && { key: "What it does", value: project.description },
          { key: "Starts", value: <DateText date={project.startsOn} /> },
          { key: "Ends", value: <DateText date={project.endsOn} /> },
          {
            key: "How it stands",
            value: (
              <>
                {status === null ? <NotRecorded /> : PROJECT_STATUS_NAMES[status]}
                {project.statusNote !== null && <div>{project.statusNote}</div>}
              </>
            ),
          },
          project.strands.length > 0 && { key: "Strands", value: <Titles titles={project.strands} /> },
          project.partners.length > 0 && {
            key: "Delivery partners",
            value: <Titles titles={project.partners} />,
          },
          project.places.length > 0 && { key: "Places", value: <Titles titles={project.places} /> },
        ]}
      />
      <SourceNote source={project.source} />
    </>
  );
}

function PartnershipLink({ id, name }: { id: number; name: string }) {
  return (
    <a className="govuk-link" href={`/partnerships/${id}`}>
      {name}
    </a>
  );
}

function Titles({ titles }: { titles: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {titles.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}
