import { useLoaderData } from "@remix-run/react";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { writingPartnerships } from "../award.ts";
import { getAward } from "../awards.queries.server.ts";
import { canFollow, ONWARD_ACTIONS, ONWARD_RULES } from "./onward-actions.ts";
import { OnwardGrantSummary } from "./onward-grant-summary.tsx";
import { getOnwardGrant, listOnwardPayments } from "./onward-grants.queries.server.ts";
import { OnwardPaymentsTable } from "./onward-payments-table.tsx";

export const meta = titled<typeof loader>(
  ({ data }) => `Onward grant ${data.grant.number} of ${data.award.reference}`,
);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const { id, reference, title, partnerships } = await getAward(context, numericId(params.id));
  const grant = await getOnwardGrant(context.db.read, id, numericId(params.grantId));
  const writing = writingPartnerships(partnerships);
  return {
    award: { id, reference, title },
    grant,
    payments: await listOnwardPayments(context.db.read, grant.id),
    mayChange: grant.cancelledOn === null && may(context.actor, "award.draft", writing),
    actions: ONWARD_ACTIONS.filter(
      (action) => canFollow(action, grant) && may(context.actor, ONWARD_RULES[action].permission, writing),
    ),
  };
});

export default function OnwardGrantPage() {
  const { award, grant, payments, mayChange, actions } = useLoaderData<typeof loader>();
  const here = `/awards/${award.id}/onward-grants/${grant.id}`;
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Awards", href: "/awards" },
        { text: award.reference, href: `/awards/${award.id}` },
      ]}
    >
      <PageHeading caption={`${award.reference} ${award.title}, onward grant ${grant.number}`}>
        {grant.recipient}
      </PageHeading>
      {(mayChange || actions.length > 0) && (
        <ButtonGroup>
          {mayChange && <LinkButton href={`${here}/edit`}>Change</LinkButton>}
          {actions.map((action) => (
            <LinkButton key={action} href={`${here}/${action}`} secondary>
              {ONWARD_RULES[action].label}
            </LinkButton>
          ))}
        </ButtonGroup>
      )}
      <OnwardGrantSummary grant={grant} />
      <OnwardPaymentsTable payments={payments} />
    </PageLayout>
  );
}
