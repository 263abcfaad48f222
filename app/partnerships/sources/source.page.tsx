import { useLoaderData } from "@remix-run/react";
import { listDifferences } from "#app/outcomes/index.server.ts";
import { DifferencesTable } from "#app/outcomes/index.ts";
import { may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { LinkButton } from "#app/ui/govuk/button.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getSource } from "./sources.queries.server.ts";

export const meta = titled<typeof loader>(({ data }) => data.source.title);

export const loader = loaderFor("reference.read", async ({ context, params }) => {
  const source = await getSource(context, numericId(params.id));
  const readsRegister = may(context.actor, "register.read");
  return {
    source,
    differences: readsRegister ? await listDifferences(context, source.documentId) : [],
    mayNote: may(context.actor, "source.note"),
  };
});

export default function SourcePage() {
  const { source, differences, mayNote } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reference data", href: "/reference" },
        { text: "Published sources", href: "/sources" },
      ]}
    >
      <PageHeading caption="Published source">{source.title}</PageHeading>
      <SummaryList
        rows={[
          { key: "Body", value: source.body ?? <NotRecorded /> },
          { key: "Meeting", value: <DateText date={source.meetingDate} /> },
          { key: "Report", value: <DateText date={source.reportDate} /> },
          source.note !== null && { key: "Note", value: source.note },
        ]}
      />
      <h2 className="govuk-heading-m" id="discrepancies">
        What does not agree in this document
      </h2>
      {source.noted.length === 0 ? (
        <p className="govuk-body">No discrepancy is noted.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {source.noted.map(({ id, issue, paragraph }) => (
            <li key={id}>
              {issue}
              {paragraph !== null && ` (paragraph ${paragraph})`}
            </li>
          ))}
        </ul>
      )}
      {source.noted.length > 0 && (
        <ExportLink href={`/exports/discrepancies?source=${source.documentId}`}>
          Export these discrepancies
        </ExportLink>
      )}
      {mayNote && (
        <LinkButton secondary href={`/sources/${source.documentId}/discrepancies/new`}>
          Note a discrepancy
        </LinkButton>
      )}
      {differences.length > 0 && <DifferencesTable measures={differences} />}
    </PageLayout>
  );
}
