import { useLoaderData } from "@remix-run/react";
import { formatInstant } from "#app/core/calendar-date.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { Tag } from "#app/ui/govuk/tag.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listReconciliations } from "./reconciliations.queries.server.ts";

export const meta = titled("Reconcile with funders’ lists");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const before = Number(url.searchParams.get("before"));
  const { items, olderId } = await listReconciliations(
    context,
    Number.isSafeInteger(before) && before > 0 ? before : null,
  );
  return {
    items: items.map(({ columns, leftOut, ...item }) => item),
    olderHref: olderId === null ? null : `/reports/reconcile?before=${olderId}`,
    mayReconcile: may(context.actor, "list.reconcile"),
  };
});

export default function Reconciliations() {
  const { items, olderHref, mayReconcile } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <PageHeading>Reconcile with funders’ lists</PageHeading>
      <p className="govuk-body">
        What a funder published, held against the awards of a partnership: what agrees, what differs, and what
        only one of the two has.
      </p>
      {mayReconcile && <LinkButton href="/reports/reconcile/new">Take a funder’s list</LinkButton>}
      <Table
        caption="Lists, the one taken last first"
        captionHidden
        rows={items}
        rowKey={(item) => item.id}
        empty="No list has been reconciled yet."
        columns={[
          {
            heading: "List",
            rowHeader: true,
            cell: (item) => (
              <>
                <a className="govuk-link" href={`/reports/reconcile/${item.id}`}>
                  {item.title}
                </a>
                {item.matchedAt === null && (
                  <>
                    {" "}
                    <Tag colour="yellow">Not finished</Tag>
                  </>
                )}
              </>
            ),
          },
          { heading: "Funder", cell: (item) => item.funder },
          { heading: "Partnership", cell: (item) => item.partnership },
          { heading: "As at", cell: (item) => <DateText date={item.asAt} /> },
          { heading: "Taken", cell: (item) => formatInstant(item.takenAt) },
        ]}
      />
      <ExportLink href="/exports/reconciliations">Export this list</ExportLink>
      <Pagination next={olderHref} label="Pages of lists" />
    </PageLayout>
  );
}
