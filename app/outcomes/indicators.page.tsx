import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { formatValue } from "./exact-number.rules.ts";
import { listIndicators } from "./indicators.queries.server.ts";
import { type IndicatorCell, type IndicatorView, indicatorTable, periodHeading } from "./indicators.rules.ts";
import { MeasuresTable } from "./measures-table.tsx";

export const meta = titled<typeof loader>(({ data }) => `Key indicators${data.of && ` of ${data.of.name}`}`);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = (await listOwnPartnerships(context)).map(({ id, name }) => ({ id, name }));
  const asked = url.searchParams.get("partnership");
  const of = own.find(({ id }) => String(id) === asked) ?? own[0] ?? null;
  const view: IndicatorView = url.searchParams.get("by") === "quarter" ? "quarter" : "month";
  const indicators = of ? await listIndicators(context, [of.id]) : [];
  return { own, of, view, ...indicatorTable(indicators, view) };
});

export default function Indicators() {
  const { own, of, view, periods, rows, without } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Outcomes", href: "/outcomes" },
      ]}
    >
      <PageHeading caption={of?.name}>Key indicators</PageHeading>
      <p className="govuk-body">
        What a board watches and no project owns. Three months of counts make a quarter; percentages, rates
        and numbers of people are never added up.
      </p>
      <Filters chosen={[]}>
        <Select
          name="partnership"
          label="Partnership"
          defaultValue={String(of?.id ?? "")}
          items={own.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Select
          name="by"
          label="By"
          defaultValue={view}
          items={[
            { value: "month", text: "Month" },
            { value: "quarter", text: "Quarter" },
          ]}
        />
        <Button secondary>Show</Button>
      </Filters>
      <Table
        caption={view === "month" ? "By month" : "By quarter"}
        rows={rows}
        rowKey={({ indicator }) => indicator.id}
        empty={`No key indicator has a reading of a ${view}.`}
        columns={[
          {
            heading: "Indicator",
            rowHeader: true,
            cell: ({ indicator }) => (
              <a className="govuk-link" href={`/measures/${indicator.id}`}>
                {indicator.name}
              </a>
            ),
          },
          { heading: "Unit", cell: ({ indicator }) => indicator.unit },
          ...periods.map((period, index) => ({
            heading: periodHeading(period, view),
            numeric: true,
            cell: ({ cells }: { cells: IndicatorCell[] }) => <Cell cell={cells[index] ?? null} />,
          })),
        ]}
      />
      <ExportLink href={`/exports/indicators?by=${view}${of ? `&partnership=${of.id}` : ""}`}>
        Export these indicators
      </ExportLink>
      {without.length > 0 && (
        <MeasuresTable caption={`Without readings of a ${view} in this time`} measures={without} />
      )}
    </PageLayout>
  );
}

/** Empty where there is no reading of the period. */
function Cell({ cell }: { cell: IndicatorCell }) {
  if (cell === null) return "–";
  return cell.value === null ? <NotRecorded /> : formatValue(cell.value);
}
