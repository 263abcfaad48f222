import { useLoaderData } from "@remix-run/react";
import { formatPounds } from "#app/core/money.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { neighbours } from "#app/ui/charts/stations.ts";
import { StationLink, StationLinks, StationsDrawing } from "#app/ui/charts/stations-drawing.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getAward } from "../awards.queries.server.ts";
import { walkChain } from "./chain.queries.server.ts";
import { type ChainNode, drawChain } from "./chain.rules.ts";

export const meta = titled<typeof loader>(({ data }) => `The chain of the money of ${data.award.reference}`);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const award = await getAward(context, numericId(params.id));
  const { awards, links, grants, more } = await walkChain(context, award);
  const { chain, stations } = drawChain(awards, links, grants, (pence) =>
    pence === null ? "not recorded" : formatPounds(pence),
  );
  return {
    award: { id: award.id, reference: award.reference, title: award.title },
    chain,
    stations,
    rows: neighbours(chain, stations),
    counts: { awards: awards.length, grants: grants.length },
    more,
  };
});

export default function ChainPage() {
  const { award, chain, stations, rows, counts, more } = useLoaderData<typeof loader>();
  const figures = new Map(chain.nodes.map((node) => [node.key, node]));
  const money = (key: string, what: "gross" | "passed" | "net") => (
    <Figure node={figures.get(key)} what={what} />
  );
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Awards", href: "/awards" },
        { text: award.reference, href: `/awards/${award.id}` },
      ]}
    >
      <PageHeading caption={`${award.reference} ${award.title}`}>The chain of this money</PageHeading>
      <p className="govuk-body">
        From the funder to whoever spends it, as it stands today. Each pound counts once: what an award passes
        on is taken off what it holds itself.
      </p>
      {more && <InsetText>There is more than one page can show: this is its beginning.</InsetText>}
      <StationsDrawing
        chain={chain}
        stations={stations}
        label="Drawing of the chain"
        finding={`The money runs through ${counted(counts.awards, "award")} and ${counted(counts.grants, "onward grant")}`}
      />
      <Table
        caption="The same as a table"
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { heading: "Step", cell: (row) => row.heading },
          { heading: "Record", rowHeader: true, cell: (row) => <StationLink node={row} /> },
          { heading: "Comes from", cell: (row) => <StationLinks nodes={row.from} /> },
          { heading: "Goes to", cell: (row) => <StationLinks nodes={row.to} /> },
          { heading: "Gross", numeric: true, cell: (row) => money(row.key, "gross") },
          { heading: "Passed on", numeric: true, cell: (row) => money(row.key, "passed") },
          { heading: "Net", numeric: true, cell: (row) => money(row.key, "net") },
        ]}
      />
    </PageLayout>
  );
}

function Figure({ node, what }: { node: ChainNode | undefined; what: "gross" | "passed" | "net" }) {
  const pence = node?.[what];
  if (pence === undefined) return "–";
  const isApproximate = node?.isApproximate === true && what !== "passed";
  return <Money pence={pence} basis={isApproximate ? "approximate" : "exact"} />;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
