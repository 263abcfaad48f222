import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listSources } from "./sources.queries.server.ts";

export const meta = titled("Published sources");

export const loader = loaderFor("reference.read", async ({ context }) => ({
  sources: await listSources(context),
}));

export default function Sources() {
  const { sources } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reference data", href: "/reference" },
      ]}
    >
      <PageHeading>Published sources</PageHeading>
      <p className="govuk-body">
        The documents that facts of this register were published in. What does not agree in a document is
        noted on it and never put right here.
      </p>
      <Table
        caption="Documents, by title"
        captionHidden
        rows={sources}
        rowKey={(source) => source.documentId}
        empty="No source document is recorded yet."
        columns={[
          {
            heading: "Document",
            rowHeader: true,
            cell: (source) => (
              <a className="govuk-link" href={`/sources/${source.documentId}`}>
                {source.title}
              </a>
            ),
          },
          { heading: "Body", cell: (source) => source.body },
          { heading: "Date", cell: (source) => <DateText date={source.meetingDate ?? source.reportDate} /> },
          { heading: "Discrepancies noted", numeric: true, cell: (source) => source.discrepancies },
        ]}
      />
      <ExportLink href="/exports/sources">Export these documents</ExportLink>
      <ExportLink href="/exports/discrepancies">Export all discrepancies noted</ExportLink>
    </PageLayout>
  );
}
