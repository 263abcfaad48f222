import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships, partnershipNames } from "#app/partnerships/index.server.ts";
import { listedTogether, PartnershipFilter, unreadChoice } from "#app/partnerships/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { listProjects } from "#app/projects/index.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { groupMeasures } from "./grouping.rules.ts";
import { listMeasures } from "./outcomes.queries.server.ts";
import { OutcomesOfPartnership } from "./outcomes-of-partnership.tsx";

export const meta = titled("Outcomes");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const { listed, ...choice } = listedTogether(own, url.searchParams.get("partnership"));
  const partnershipIds = listed.map(({ id }) => id);
  const names = await partnershipNames(context);
  const groups = groupMeasures(await listMeasures(context, { partnershipIds }));
  const projectIds = groups.flatMap(({ parts }) => parts.flatMap(({ projectId }) => projectId ?? []));
  const projects = await listProjects(context, { ids: projectIds });
  const named = groups.map((group) => ({ ...group, partnership: names.get(group.partnershipId) ?? "" }));
  return {
    groups: named.sort((a, b) => a.partnership.localeCompare(b.partnership, "en-GB")),
    projectNames: Object.fromEntries(projects.map((project) => [project.id, project.name])),
    choice: { ...choice, partnerships: own, unread: unreadChoice(url.searchParams, choice.chosen) },
    mayWrite: may(context.actor, "outcome.write"),
  };
});

export default function Outcomes() {
  const { groups, projectNames, choice, mayWrite } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Projects", href: "/projects" },
      ]}
    >
      <PageHeading size="xl">Outcomes</PageHeading>
      <p className="govuk-body">
        Each change is computed from the counts and stands beside the change as its author stated it. What
        rose or fell may have done so for other reasons than the project.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/outcomes/indicators">
          Key indicators by month or quarter
        </a>
        <br />
        <a className="govuk-link" href="/trail/breaks">
          Where the chain from pound to outcome breaks
        </a>
        <br />
        <a
          className="govuk-link app-no-print"
          href={`/exports/outcomes${choice.chosen ? `?partnership=${choice.chosen.id}` : ""}`}
        >
          Export these outcomes
        </a>
      </p>
      {mayWrite && <LinkButton href="/measures/new">Record a measure</LinkButton>}
      <PartnershipFilter {...choice} href="/outcomes" />
      {groups.length === 0 && !choice.mustChoose && <p className="govuk-body">No measure is recorded yet.</p>}
      {groups.map((group) => (
        <OutcomesOfPartnership key={group.partnershipId} group={group} projectNames={projectNames} />
      ))}
    </PageLayout>
  );
}
