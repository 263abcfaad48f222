import { useLoaderData } from "@remix-run/react";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { listPriorities } from "#app/priorities/index.server.ts";
import { PriorityTable } from "#app/priorities/index.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { MemberTable } from "./member-table.tsx";
import { listMembers } from "./organisations.queries.server.ts";
import { PARTNERSHIP_KIND_NAMES } from "./partnership.rules.ts";
import { PartnershipSummary } from "./partnership-summary.tsx";
import { getPartnership } from "./partnerships.queries.server.ts";
import { SourceNote } from "./sources/source-note.tsx";

export const meta = titled<typeof loader>(({ data }) => data.partnership.name);

export const loader = loaderFor("reference.read", async ({ context, params }) => {
  const id = numericId(params.id);
  return {
    partnership: await getPartnership(context, id),
    members: await listMembers(context, id),
    priorities: await listPriorities(context, { partnershipIds: [id] }),
    mayManage: may(context.actor, "partnership.manage"),
    maySetSignOff: may(context.actor, "sign-off.manage", [id]),
    mayWritePriorities: may(context.actor, "priority.write", [id]),
  };
});

export default function PartnershipPage() {
  const { partnership, members, priorities, mayManage, maySetSignOff, mayWritePriorities } =
    useLoaderData<typeof loader>();
  const base = `/partnerships/${partnership.id}`;
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Partnerships", href: "/partnerships" },
      ]}
    >
      <PageHeading caption={PARTNERSHIP_KIND_NAMES[partnership.kind]}>{partnership.name}</PageHeading>
      {partnership.isInvented && (
        <InsetText>This partnership is invented to show the service. Nothing in it is real.</InsetText>
      )}
      <PartnershipSummary partnership={partnership} />
      <SourceNote source={partnership.source} />
      {mayManage && (
        <ButtonGroup>
          <LinkButton secondary href={`${base}/edit`}>
            Change the partnership
          </LinkButton>
          <LinkButton secondary href={`${base}/members`}>
            Change its members
          </LinkButton>
        </ButtonGroup>
      )}
      <PriorityTable caption="Priority areas" priorities={priorities} mayWrite={false} />
      {mayWritePriorities && (
        <p className="govuk-body">
          <a className="govuk-link" href={`${base}/priorities`}>
            Add or change priority areas
          </a>
        </p>
      )}
      <MemberTable members={members} />
      <ExportLink href={`/exports/members?partnership=${partnership.id}`}>Export these members</ExportLink>
      {maySetSignOff && (
        <p className="govuk-body">
          <a className="govuk-link" href={`${base}/sign-off`}>
            Who signs off its bids
          </a>
        </p>
      )}
    </PageLayout>
  );
}
