import { useLoaderData } from "@remix-run/react";
import { may } from "#app/platform/context.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import { listFunders } from "./funders.queries.server.ts";
import { listFunds } from "./funds.queries.server.ts";
import { FundsTable } from "./funds-table.tsx";
import { RecordLink } from "./record-link.tsx";
import { validityText } from "./validity-text.ts";

export const meta = titled("Funders and funds");

export const loader = loaderFor("reference.read", async ({ context }) => ({
  funders: await listFunders(context),
  funds: await listFunds(context),
  writes: may(context.actor, "fund.write"),
}));

export default function Funders() {
  const { funders, funds, writes } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={breadcrumbs.lists}>
      <PageHeading>Funders and funds</PageHeading>
      {writes && (
        <ButtonGroup>
          <LinkButton href="/funders/new">Add a funder</LinkButton>
          <LinkButton href="/funds/new" secondary>
            Add a fund
          </LinkButton>
        </ButtonGroup>
      )}
      <p className="govuk-body">
        All partnerships share these. See also the{" "}
        <a className="govuk-link" href="/rounds">
          rounds
        </a>{" "}
        that are open to bid to.
      </p>
      <Table
        caption="Funders"
        rows={funders}
        rowKey={(funder) => funder.id}
        empty="No funders are recorded yet."
        columns={[
          { heading: "Name", rowHeader: true, cell: (funder) => <RecordLink to="funders" record={funder} /> },
          { heading: "Valid", cell: (funder) => validityText(funder) },
          {
            heading: "Successor",
            cell: (funder) => funder.successor && <RecordLink to="funders" record={funder.successor} />,
          },
          {
            heading: "Funds",
            numeric: true,
            cell: (funder) => funds.filter((fund) => fund.funder?.id === funder.id).length,
          },
        ]}
      />
      <ExportLink href="/exports/funders">Export these funders</ExportLink>
      <FundsTable funds={funds} caption="Funds" />
      <ExportLink href="/exports/funds">Export these funds</ExportLink>
    </PageLayout>
  );
}
