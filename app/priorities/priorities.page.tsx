import { useLoaderData } from "@remix-run/react";
import { getPartnership } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listPriorities } from "./priorities.queries.server.ts";
import { PriorityTable } from "./priority-table.tsx";

export const meta = titled<typeof loader>(({ data }) => `Priority areas of ${data.partnership.name}`);

export const loader = loaderFor("reference.read", async ({ context, params }) => {
  const { id, name } = await getPartnership(context, numericId(params.id));
  return {
    partnership: { id, name },
    priorities: await listPriorities(context, { partnershipIds: [id] }),
    mayWrite: may(context.actor, "priority.write", [id]),
  };
});

export default function Priorities() {
  const { partnership, priorities, mayWrite } = useLoaderData<typeof loader>();
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
      <PriorityTable caption="Priority areas" priorities={priorities} mayWrite={mayWrite} />
    </PageLayout>
  );
}
