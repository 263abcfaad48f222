import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { listUnexplained } from "../unexplained.queries.server.ts";
import type { BreakFacts } from "./break-facts.queries.server.ts";
import { listBreaks } from "./breaks.queries.server.ts";
import { BREAKS, type BreakKind } from "./trail.rules.ts";

/** No break of the chain, and yet to be done in it. */
const UNEXPLAINED = "unexplained";
type Kind = BreakKind | typeof UNEXPLAINED;

const NAMES: Record<Kind, string> = {
  award: "Awards with money that names no project",
  bid: "Bids that were awarded, without an award",
  project: "Projects without an outcome",
  unpaid: "Projects without money",
  measure: "Outcomes of a project without money",
  unexplained: "Outcomes stated otherwise than computed, without a reason",
};
const KINDS: readonly Kind[] = [...BREAKS, UNEXPLAINED];

/** What the pounds are; null where the break is that there are none. */
const MONEY: Record<BreakKind, string | null> = {
  award: "Without a project",
  bid: "Asked for",
  project: "Money for it",
  unpaid: null,
  measure: null,
};

type Shown = { id: number; text: string; difference?: string } & Partial<BreakFacts>;

export const meta = titled("Where the chain breaks");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const kind = KINDS.find((one) => one === url.searchParams.get("kind")) ?? "award";
  const below = Number(url.searchParams.get("below"));
  const start = Number.isSafeInteger(below) && below > 0 ? below : null;
  if (kind === UNEXPLAINED) {
    const { unexplained, older } = await listUnexplained(context, start);
    return { kind, names: NAMES, breaks: unexplained as Shown[], older };
  }
  const { breaks, older } = await listBreaks(context, kind, start);
  return { kind, names: NAMES, breaks: breaks as Shown[], older };
});

/** The kind of the record at which a break stands. */
function recordOf(kind: Kind): string {
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
        either, measured or not: no pound leads to it. Choose what to look at:
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
const DIFFERENCE: Column<Shown>[] = [
  { heading: "Stated and computed", cell: ({ difference }) => difference },
  { heading: "Why", cell: () => <span className="app-unknown">not recorded</span> },
];

function factColumns(kind: BreakKind): Column<Shown>[] {
  const money = MONEY[kind];
  const isOwned = kind === "award" || kind === "bid";
  const amount: Column<Shown> = {
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
      heading: isOwned ? "Owner" : "Partnership",
      cell: ({ owner }) => owner ?? <span className="app-unknown">nobody owns it</span>,
    },
  ];
}
