import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships, partnershipNames } from "#app/partnerships/index.server.ts";
import { listedTogether, PartnershipFilter, unreadChoice } from "#app/partnerships/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listProjectsElsewhere } from "./project-names.queries.server.ts";
import { PROJECT_STATUS_NAMES } from "./project-status.rules.ts";
import { listProjects } from "./projects.queries.server.ts";

export const meta = titled("Projects");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const { listed, ...choice } = listedTogether(own, url.searchParams.get("partnership"));
  const isAll = listed.length === own.length;
  const projects = await listProjects(context, { takingPart: listed.map(({ id }) => id) });
  const names = await partnershipNames(context);
  const withPartnership = <Row extends { partnershipId: number }>(row: Row) => ({
    ...row,
    partnership: names.get(row.partnershipId) ?? "",
  });
  return {
    choice: { ...choice, partnerships: own, unread: unreadChoice(url.searchParams, choice.chosen) },
    projects: projects.map(withPartnership),
    // Beside all of one's own: of one partnership alone it is not asked.
    elsewhere: isAll ? (await listProjectsElsewhere(context)).map(withPartnership) : [],
    mayWrite: may(context.actor, "project.write"),
  };
});

export default function Projects() {
  const { projects, choice, elsewhere, mayWrite } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Projects</PageHeading>
      {mayWrite && <LinkButton href="/projects/new">New project</LinkButton>}
      <p className="govuk-body">
        What projects changed is under{" "}
        <a className="govuk-link" href="/outcomes">
          outcomes
        </a>
        .
      </p>
      <PartnershipFilter {...choice} href="/projects" />
      {!choice.mustChoose && (
        <Table
          caption="Projects, by name"
          captionHidden
          rows={projects}
          rowKey={(project) => project.id}
          empty="No project is recorded yet."
          columns={[
            {
              heading: "Project",
              rowHeader: true,
              cell: (project) => (
                <a className="govuk-link" href={`/projects/${project.id}`}>
                  {project.name}
                </a>
              ),
            },
            { heading: "Partnership", cell: (project) => project.partnership },
            { heading: "Starts", cell: (project) => <DateText date={project.startsOn} /> },
            { heading: "Ends", cell: (project) => <DateText date={project.endsOn} /> },
            {
              heading: "How it stands",
              cell: ({ status, statusNote }) => (
                <>
                  {status !== null && <div>{PROJECT_STATUS_NAMES[status]}</div>}
                  {statusNote}
                </>
              ),
            },
          ]}
        />
      )}
      {!choice.mustChoose && (
        <p className="govuk-body app-no-print">
          <a
            className="govuk-link"
            href={`/exports/projects${choice.chosen ? `?partnership=${choice.chosen.id}` : ""}`}
          >
            Export these projects
          </a>
        </p>
      )}
      {elsewhere.length > 0 && (
        <Table
          caption="Projects of other partnerships that joint awards pay for"
          rows={elsewhere}
          rowKey={(project) => project.id}
          columns={[
            { heading: "Project", rowHeader: true, cell: (project) => project.name },
            { heading: "Partnership", cell: (project) => project.partnership },
          ]}
        />
      )}
    </PageLayout>
  );
}
