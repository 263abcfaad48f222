import { useLoaderData } from "@remix-run/react";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { AccountState } from "./account-state.tsx";
import { listPeople } from "./people.queries.server.ts";
import { RoleList } from "./role-list.tsx";
import { roleTexts } from "./role-text.ts";

export const meta = titled("People");

export const loader = loaderFor("people.manage", async ({ context, platform }) => {
  const names = await partnershipNames(context);
  const people = await listPeople(context);
  return {
    demo: platform.settings.demo,
    people: people.map(({ roles, ...person }) => ({
      ...person,
      roleTexts: roleTexts({ ...person, roles }, (id) => names.get(id) ?? ""),
    })),
  };
});

export default function People() {
  const { people, demo } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>People</PageHeading>
      <LinkButton href="/people/new">Add a person</LinkButton>
      <Table
        caption="People by name"
        captionHidden
        rows={people}
        rowKey={(person) => person.id}
        columns={[
          {
            heading: "Name",
            rowHeader: true,
            cell: (person) => (
              <a className="govuk-link" href={`/people/${person.id}`}>
                {person.name}
              </a>
            ),
          },
          { heading: "Email address", cell: (person) => person.email },
          { heading: "Roles", cell: (person) => <RoleList texts={person.roleTexts} /> },
          { heading: "Account", cell: (person) => <AccountState person={person} demo={demo} /> },
        ]}
      />
      <ExportLink href="/exports/people">Export these people</ExportLink>
    </PageLayout>
  );
}
