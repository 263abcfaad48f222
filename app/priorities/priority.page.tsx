import { useLoaderData } from "@remix-run/react";
import { listOpenOfPartnerships, listPayingLines, openCountedTwice } from "#app/awards/index.server.ts";
import { MoneyFromAwards, OpenMoney } from "#app/awards/index.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { SourceNote } from "#app/partnerships/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { projectNames } from "#app/projects/index.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { countedTwiceWords, openAwards } from "./open-money.rules.ts";
import { getPriority } from "./priorities.queries.server.ts";
import { PRIORITY_KIND_NAMES } from "./priority.rules.ts";
import { themeNames, Validity } from "./priority-table.tsx";

export const meta = titled<typeof loader>(({ data }) => data.priority.title);

export const loader = loaderFor("reference.read", async ({ context, params }) => {
  const priority = await getPriority(context, numericId(params.id));
  const names = await partnershipNames(context);
  const { partnershipId } = priority;
  const open = may(context.actor, "register.read", [partnershipId])
    ? openAwards(priority, await listOpenOfPartnerships(context, [partnershipId]))
    : [];
  const ids = open.map(({ id }) => id);
  return {
    priority,
    projects: Object.fromEntries(await projectNames(context, priority.projectIds)),
    partnership: names.get(partnershipId) ?? "",
    open,
    twice: countedTwiceWords(
      await openCountedTwice(context, { without: "priority area", partnershipId }, ids),
    ),
    lines: may(context.actor, "register.read")
      ? await listPayingLines(context, { priorityId: priority.id })
      : null,
    mayWrite: may(context.actor, "priority.write", [priority.partnershipId]),
  };
});

export default function PriorityPage() {
  const { priority, partnership, projects, lines, open, twice, mayWrite } = useLoaderData<typeof loader>();
  const base = `/partnerships/${priority.partnershipId}`;
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Partnerships", href: "/partnerships" },
        { text: partnership, href: base },
        { text: "Priority areas", href: `${base}/priorities` },
      ]}
    >
      <PageHeading caption="Priority area">{priority.title}</PageHeading>
      <SummaryList
        rows={[
          {
            key: "Partnership",
            value: (
              <a className="govuk-link" href={base}>
                {partnership}
              </a>
            ),
          },
          { key: "Kind", value: PRIORITY_KIND_NAMES[priority.kind] },
          { key: "Valid", value: <Validity from={priority.validFrom} to={priority.validTo} /> },
          { key: "Themes", value: themeNames(priority.themes) ?? <NotRecorded /> },
          priority.aims.length > 0 && {
            key: "Sub-aims",
            value: (
              <ul className="govuk-list govuk-list--bullet">
                {priority.aims.map((aim) => (
                  <li key={aim}>{aim}</li>
                ))}
              </ul>
            ),
          },
          Object.keys(projects).length > 0 && {
            key: "Projects and operations",
            value: Object.entries(projects).map(([id, name]) => (
              <div key={id}>
                <a className="govuk-link" href={`/projects/${id}`}>
                  {name}
                </a>
              </div>
            )),
          },
          priority.note !== null && { key: "Note", value: priority.note },
        ]}
      />
      <SourceNote source={priority.source} />
      {lines && <MoneyFromAwards lines={lines} what="priority area" />}
      <OpenMoney awards={open} what="priority area" />
      {twice && <p className="govuk-body">{twice}</p>}
      {mayWrite && (
        <LinkButton secondary href={`/priorities/${priority.id}/edit`}>
          Change this priority area
        </LinkButton>
      )}
    </PageLayout>
  );
}
