import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import {
  BREAK_MONEY,
  BREAK_NAMES,
  isOwned,
  LISTS_OF_BREAKS,
  type ListOfBreaks,
  type ShownBreak,
  UNEXPLAINED,
} from "./break-lists.ts";
import { listOfBreaks } from "./list-of-breaks.server.ts";

export const meta = titled("Where the chain breaks");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const kind = LISTS_OF_BREAKS.find((one) => one === url.searchParams.get("kind")) ?? "award";
  const below = Number(url.searchParams.get("below"));
  const start = Number.isSafeInteger(below) && below > 0 ? below : null;
  return { kind, names: BREAK_NAMES, ...(await listOfBreaks(context, kind, start)) };
});

/** The kind of the record at which a break stands. */
function recordOf(kind: ListOfBreaks): string {
  if (kind === "unpaid") return "project";
  return kind === UNEXPLAINED ? "measure" : kind;
}

export default function Breaks() {
  const { kind, names, breaks, older } = useLoaderData<typeof loader>();
  const records = recordOf(kind);
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Outcomes", href: "/outcomes" },
      ]}
    >
      <PageHeading caption="From pound to outcome">Where the chain breaks</PageHeading>
      <p className="govuk-body">
        What is still to be done, so that each pound can be walked to what it changed and back. A board’s own
        indicators, which no project owns, are not among it, and a project which goes on unfunded is not
        either, measured or not: no pound leads to it.
      </p>
      <p className="govuk-body app-no-print">Choose what to look at:</p>
      <ul className="govuk-list app-no-print">
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
          ...(kind === UNEXPLAINED ? DIFFERENCE : factColumns(kind)),
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
      <ExportLink href={`/exports/breaks?kind=${kind}`}>Export this list</ExportLink>
      <ExportLink href="/exports/breaks">Export all of these lists in one</ExportLink>
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

/** What is missing is the reason, which is recorded with the measure. */
const DIFFERENCE: Column<ShownBreak>[] = [
  { heading: "Stated and computed", cell: ({ difference }) => difference },
  { heading: "Why", cell: () => <span className="app-unknown">not recorded</span> },
];

function factColumns(kind: ListOfBreaks): Column<ShownBreak>[] {
  const money = BREAK_MONEY[kind];
  const amount: Column<ShownBreak> = {
    heading: money,
    numeric: true,
    cell: ({ pence, isApproximate, isUnnamed }) =>
      isUnnamed ? (
        <span className="app-unknown">no line names it</span>
      ) : (
        <Money pence={pence ?? null} basis={isApproximate ? "approximate" : "exact"} />
      ),
  };
  return [
    ...(money === null ? [] : [amount]),
    {
      heading: isOwned(kind) ? "Owner" : "Partnership",
      cell: ({ owner }) => owner ?? <span className="app-unknown">nobody owns it</span>,
    },
  ];
}
