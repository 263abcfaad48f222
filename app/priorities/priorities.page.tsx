import { useLoaderData } from "@remix-run/react";
import { moneyByPriority } from "#app/awards/index.server.ts";
import { getPartnership } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { countedTwiceWords } from "./open-money.rules.ts";
import { PlanName } from "./plan-name.tsx";
import { plansOf } from "./plans.rules.ts";
import { listPriorities } from "./priorities.queries.server.ts";
import { moneyOfPriorities, withoutMoneyWords } from "./priority-money.rules.ts";
import { PriorityMoney } from "./priority-money.tsx";
import { PriorityTable } from "./priority-table.tsx";

export const meta = titled<typeof loader>(({ data }) => `Priority areas of ${data.partnership.name}`);

export const loader = loaderFor("reference.read", async ({ context, params }) => {
  const { id, name } = await getPartnership(context, numericId(params.id));
  return {
    partnership: { id, name },
    priorities: await listPriorities(context, { partnershipIds: [id] }),
    money: may(context.actor, "register.read", [id]) ? await moneyByPriority(context, id) : null,
    mayWrite: may(context.actor, "priority.write", [id]),
  };
});

export default function Priorities() {
  const { partnership, priorities, money, mayWrite } = useLoaderData<typeof loader>();
  const rows = money && moneyOfPriorities(priorities, money);
  const base = `/partnerships/${partnership.id}`;
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Partnerships", href: "/partnerships" },
        { text: partnership.name, href: base },
      ]}
    >
      <PageHeading caption={partnership.name}>Priority areas</PageHeading>
      <p className="govuk-body">
        In the partnership’s own words. Its{" "}
        <a className="govuk-link" href="/themes">
          themes
        </a>{" "}
        make a priority area comparable with those of other partnerships.
      </p>
      {mayWrite && <LinkButton href={`${base}/priorities/new`}>Add a priority area</LinkButton>}
      {plansOf(priorities).map((plan) => (
        <PriorityTable
          key={`${plan.validFrom} ${plan.validTo}`}
          caption={<PlanName plan={plan} />}
          priorities={plan.priorities}
          mayWrite={mayWrite}
        />
      ))}
      {priorities.length === 0 && <p className="govuk-body">No priority areas are recorded.</p>}
      {money && rows && (
        <PriorityMoney
          rows={rows}
          without={withoutMoneyWords(rows, priorities, money.open)}
          twice={rows.some((row) => row.open.awards > 1) ? countedTwiceWords(money.twice) : null}
        />
      )}
      <ExportLink href={`/exports/priorities?partnership=${partnership.id}`}>
        Export these priority areas with their money
      </ExportLink>
    </PageLayout>
  );
}
