import { useLoaderData } from "@remix-run/react";
import { may } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { PartnershipTable } from "./partnership-table.tsx";
import { listPartnerships } from "./partnerships.queries.server.ts";
import { isValidOn } from "./validity.rules.ts";

export const meta = titled("Partnerships");

export const loader = loaderFor("reference.read", async ({ context }) => {
  const { scope, today } = context;
  const partnerships = (await listPartnerships(context)).map((partnership) => ({
    ...partnership,
    isOwn: !scope.all && scope.partnershipIds.includes(partnership.id),
    isValidNow: isValidOn(today, partnership.validFrom, partnership.validTo),
  }));
  return { partnerships, mayManage: may(context.actor, "partnership.manage") };
});

export default function Partnerships() {
  const { partnerships, mayManage } = useLoaderData<typeof loader>();
  const own = partnerships.filter((partnership) => partnership.isOwn);
  const others = partnerships.filter((partnership) => !partnership.isOwn);
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading>Partnerships</PageHeading>
      {mayManage && (
        <ButtonGroup>
          <LinkButton href="/partnerships/choose">Choose from the official list</LinkButton>
          <LinkButton secondary href="/partnerships/new">
            Add a group that is not on it
          </LinkButton>
        </ButtonGroup>
      )}
      {partnerships.length === 0 && (
        <p className="govuk-body">There are no partnerships in this register yet.</p>
      )}
      {own.length > 0 && <PartnershipTable caption="Your partnerships" partnerships={own} />}
      {others.length > 0 && (
        <PartnershipTable
          caption={own.length > 0 ? "Other partnerships" : "All partnerships"}
          partnerships={others}
        />
      )}
      <ExportLink href="/exports/partnerships">Export these partnerships</ExportLink>
    </PageLayout>
  );
}
