import { useLoaderData } from "@remix-run/react";
import { listPayingLines } from "#app/awards/index.server.ts";
import { MoneyFromAwards } from "#app/awards/index.ts";
import { listMeasures } from "#app/outcomes/index.server.ts";
import { MeasuresTable } from "#app/outcomes/index.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { SourceNote } from "#app/partnerships/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getProject } from "./projects.queries.server.ts";

export const meta = titled<typeof loader>(({ data }) => data.project.name);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const project = await getProject(context, numericId(params.id));
  const names = await partnershipNames(context);
  return {
    project,
    partnership: names.get(project.partnershipId) ?? "",
    lines: await listPayingLines(context, { projectId: project.id }),
    measures: await listMeasures(context, { projectId: project.id }),
    mayWrite: may(context.actor, "project.write", [project.partnershipId]),
    mayMeasure: may(context.actor, "outcome.write", [project.partnershipId]),
  };
});

export default function Project() {
  const { project, partnership, lines, measures, mayWrite, mayMeasure } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Projects", href: "/projects" },
      ]}
    >
      <PageHeading caption={partnership}>{project.name}</PageHeading>
      <SummaryList
        rows={[
          { key: "Partnership", value: <PartnershipLink id={project.partnershipId} name={partnership} /> },
          project.description !== null && { key: "What it does", value: project.description },
          { key: "Starts", value: <DateText date={project.startsOn} /> },
          { key: "Ends", value: <DateText date={project.endsOn} /> },
          project.statusNote !== null && { key: "How it stands", value: project.statusNote },
          project.strands.length > 0 && { key: "Strands", value: <Strands titles={project.strands} /> },
        ]}
      />
      <SourceNote source={project.source} />
      {(mayWrite || mayMeasure) && (
        <ButtonGroup>
          {mayMeasure && (
            <LinkButton href={`/measures/new?project=${project.id}`}>Record a measure</LinkButton>
          )}
          {mayWrite && (
            <LinkButton secondary href={`/projects/${project.id}/edit`}>
              Change project
            </LinkButton>
          )}
        </ButtonGroup>
      )}
      <MoneyFromAwards lines={lines} what="project" />
      <MeasuresTable caption="What it changed" measures={measures} empty="No measure is recorded yet." />
    </PageLayout>
  );
}

function PartnershipLink({ id, name }: { id: number; name: string }) {
  return (
    <a className="govuk-link" href={`/partnerships/${id}`}>
      {name}
    </a>
  );
}

function Strands({ titles }: { titles: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {titles.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}
