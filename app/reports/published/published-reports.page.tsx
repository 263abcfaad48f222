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
import { Money } from "#app/ui/layout/money.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listPublished } from "./published.queries.server.ts";
import type { PublishedItem } from "./published.ts";

export const meta = titled("Published reports");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const before = Number(url.searchParams.get("before"));
  const { items, olderId } = await listPublished(
    context,
    Number.isSafeInteger(before) && before > 0 ? before : null,
  );
  return {
    items,
    olderHref: olderId === null ? null : `/published?before=${olderId}`,
    mayPublish: may(context.actor, "report.publish"),
  };
});

export default function PublishedReports() {
  const { items, olderHref, mayPublish } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <PageHeading>Published reports</PageHeading>
      <p className="govuk-body">
        Each stays as it was handed out, and shows beside it what has changed since.
      </p>
      {mayPublish && <LinkButton href="/reports/funding-secured/publish">Publish a report</LinkButton>}
      <Table
        caption="Published reports, newest first"
        captionHidden
        rows={items}
        rowKey={(item) => item.id}
        empty="No report has been published yet."
        columns={[
          { heading: "Report", rowHeader: true, cell: (item) => <NameCell item={item} /> },
          { heading: "Total", numeric: true, cell: (item) => <Money pence={item.totalPence} /> },
          { heading: "Partnership", cell: (item) => item.partnership },
          { heading: "As at", cell: (item) => <DateText date={item.asAt} /> },
          { heading: "Published", cell: (item) => formatInstant(item.publishedAt) },
        ]}
      />
      <ExportLink href="/exports/published">Export this list of reports</ExportLink>
      <Pagination next={olderHref} label="Pages of reports" />
    </PageLayout>
  );
}

function NameCell({ item }: { item: PublishedItem }) {
  return (
    <>
      <a className="govuk-link" href={`/published/${item.id}`}>
        {item.title}
      </a>
      {item.isWithdrawn && (
        <>
          {" "}
          <Tag colour="red">Withdrawn</Tag>
        </>
      )}
      {item.committee && (
        <p className="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0">
          {item.committee}
          {item.meetingOn && (
            <>
              , <DateText date={item.meetingOn} />
            </>
          )}
        </p>
      )}
    </>
  );
}
