import { useLoaderData } from "@remix-run/react";
import {
  listOnwardOfProject,
  listOpenForProjects,
  listPayingLines,
  listTakenOfProject,
  openCountedTwice,
} from "#app/awards/index.server.ts";
import { MoneyOfProject, OpenMoney } from "#app/awards/index.ts";
import { listMatchOfProject } from "#app/bids/index.server.ts";
import { MatchOfProjectTable } from "#app/bids/index.ts";
import { paidOnwardOfProject, spentOfProject } from "#app/claims/index.server.ts";
import { SpendOfProject } from "#app/claims/index.ts";
import { listMeasures } from "#app/outcomes/index.server.ts";
import { MeasuresTable } from "#app/outcomes/index.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { countedTwiceWords } from "#app/priorities/index.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listContributions } from "./contributions/contributions.queries.server.ts";
import { ContributionsTable } from "./contributions/contributions-table.tsx";
import { ProjectSummary } from "./project-summary.tsx";
import { getProject } from "./projects.queries.server.ts";

export const meta = titled<typeof loader>(({ data }) => data.project.name);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const project = await getProject(context, numericId(params.id));
  const names = await partnershipNames(context);
  const lines = await listPayingLines(context, { projectId: project.id });
  const awardIds = [...new Set(lines.map(({ awardId }) => awardId))];
  const open = await listOpenForProjects(context, [project.id]);
  const openIds = open.map(({ id }) => id);
  return {
    project,
    partnership: names.get(project.partnershipId) ?? "",
    lines,
    taken: await listTakenOfProject(context, project.id, awardIds),
    onward: await listOnwardOfProject(context, project.id),
    spent: await spentOfProject(context, project.id),
    paidOnward: await paidOnwardOfProject(context, project.id),
    contributions: await listContributions(context, project.id),
    open,
    twice: countedTwiceWords(await openCountedTwice(context, { without: "project" }, openIds)),
    match: await listMatchOfProject(context, project.id),
    others: project.partnershipIds.map((id) => ({ id, name: names.get(id) ?? "" })),
    measures: await listMeasures(context, { projectIds: [project.id] }),
    mayWrite: may(context.actor, "project.write", [project.partnershipId]),
    mayMeasure: may(context.actor, "outcome.write", [project.partnershipId]),
  };
});

export default function Project() {
  const { project, partnership, lines, measures, mayWrite, mayMeasure, ...page } =
    useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Projects", href: "/projects" },
      ]}
    >
      <PageHeading caption={partnership}>{project.name}</PageHeading>
      <ProjectSummary project={project} partnership={partnership} others={page.others} />
      {(mayWrite || mayMeasure) && (
        <ButtonGroup>
          {mayMeasure && (
            <LinkButton href={`/measures/new?project=${project.id}`}>Record a measure</LinkButton>
          )}
          {mayWrite && (
            <>
              <LinkButton secondary href={`/projects/${project.id}/contributions/new`}>
                Record an own contribution
              </LinkButton>
              <LinkButton secondary href={`/projects/${project.id}/edit`}>
                Change project
              </LinkButton>
            </>
          )}
        </ButtonGroup>
      )}
      <MoneyOfProject lines={lines} taken={page.taken} onward={page.onward} />
      <OpenMoney awards={page.open} what="project" />
      {page.twice && <p className="govuk-body">{page.twice}</p>}
      <SpendOfProject spent={page.spent} paidOnward={page.paidOnward} />
      <MatchOfProjectTable match={page.match} />
      <ContributionsTable projectId={project.id} contributions={page.contributions} mayWrite={mayWrite} />
      <MeasuresTable caption="What it changed" measures={measures} empty="No measure is recorded yet." />
      <p className="govuk-body govuk-!-margin-top-4">
        <a className="govuk-link" href={`/trail/project/${project.id}`}>
          From pound to outcome
        </a>
      </p>
    </PageLayout>
  );
}
