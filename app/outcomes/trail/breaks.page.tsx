import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listBreaks } from "./breaks.queries.server.ts";
import { BREAKS, type BreakKind } from "./trail.rules.ts";

const NAMES: Record<BreakKind, string> = {
  award: "Awards with money that names no project",
  bid: "Bids that were awarded, without an award",
  project: "Projects without an outcome",
  unpaid: "Projects without money",
  measure: "Outcomes without money, or without a project",
};

export const meta = titled("Where the chain breaks");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const kind = BREAKS.find((one) => one === url.searchParams.get("kind")) ?? "award";
  const below = Number(url.searchParams.get("below"));
  const start = Number.isSafeInteger(below) && below > 0 ? below : null;
  const records = kind === "unpaid" ? "project" : kind;
  return { kind, records, names: NAMES, ...(await listBreaks(context, kind, start)) };
});

export default function Breaks() {
  const { kind, records, names, breaks, older } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Outcomes", href: "/outcomes" },
      ]}
    >
      <PageHeading caption="From pound to outcome">Where the chain breaks</PageHeading>
      <p className="govuk-body">
        What is still to be done, so that each pound can be walked to what it changed and back. Choose what to
        look at:
      </p>
      <ul className="govuk-list">
        {Object.entries(names).map(([value, text]) => (
          <li key={value}>
            {value === kind ? (
              <strong>{text}</strong>
            ) : (
              <a className="govuk-link" href={`/trail/breaks?kind=${value}`}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
      <Table
        caption={`${names[kind]}, the newest first`}
        rows={breaks}
        rowKey={(row) => row.id}
        empty="None."
        columns={[
          {
            heading: "Record",
            rowHeader: true,
            cell: (row) => (
              <a className="govuk-link" href={`/${records}s/${row.id}`}>
                {row.text}
              </a>
            ),
          },
          {
            heading: "Trail",
            cell: (row) => (
              <a className="govuk-link" href={`/trail/${records}/${row.id}`}>
                Walk it<VisuallyHidden> from {row.text}</VisuallyHidden>
              </a>
            ),
          },
        ]}
      />
      {older !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={`/trail/breaks?kind=${kind}&below=${older}`}>
            Next page
          </a>
        </p>
      )}
    </PageLayout>
  );
}
