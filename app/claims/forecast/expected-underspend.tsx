import { formatFinancialYear } from "#app/core/financial-year.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import type { ExpectedYear } from "./forecast.rules.ts";

type ExpectedUnderspendProps = { awardId: number; years: readonly ExpectedYear[]; mayForecast: boolean };

/** What is expected to be left of each year of an award, by what the officer says is still to be spent. */
export function ExpectedUnderspend({ awardId, years, mayForecast }: ExpectedUnderspendProps) {
  if (years.length === 0) return null;
  return (
    <Table
      caption="Expected underspend"
      rows={years}
      rowKey={({ financialYear }) => financialYear}
      columns={[
        {
          heading: "Financial year",
          rowHeader: true,
          cell: ({ financialYear }) => formatFinancialYear(financialYear),
        },
        { heading: "Awarded", numeric: true, cell: ({ awardedPence }) => <Money pence={awardedPence} /> },
        { heading: "Spent", numeric: true, cell: ({ spentPence }) => <Money pence={spentPence} /> },
        {
          heading: "Committed",
          numeric: true,
          cell: ({ committedPence }) => <Money pence={committedPence} />,
        },
        { heading: "Forecast", numeric: true, cell: ({ forecastPence }) => <Money pence={forecastPence} /> },
        {
          heading: "Expected underspend",
          numeric: true,
          cell: ({ expectedUnderspendPence }) => <Money pence={expectedUnderspendPence} />,
        },
        ...(mayForecast
          ? [
              {
                heading: <VisuallyHidden>Forecast</VisuallyHidden>,
                cell: ({ financialYear }: ExpectedYear) => (
                  <a
                    className="govuk-link app-no-print"
                    href={`/awards/${awardId}/forecast?year=${financialYear}`}
                  >
                    Forecast<VisuallyHidden> {formatFinancialYear(financialYear)}</VisuallyHidden>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
