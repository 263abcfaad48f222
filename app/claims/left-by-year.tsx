import { formatFinancialYear } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotYetApportioned } from "#app/ui/layout/not-recorded.tsx";
import type { LeftOfYear } from "./left-by-year.rules.ts";

type LeftByYearProps = { years: readonly LeftOfYear[]; isApproximate: boolean };

/** What may still be claimed of each year, beside all claims, those that were not sent yet included. */
export function LeftByYear({ years, isApproximate }: LeftByYearProps) {
  if (years.length === 0) return null;
  const anyPence = years.some((year) => (year.awardedPence + year.claimedPence) % 100 !== 0);
  const decimals = anyPence ? ("always" as const) : ("when-needed" as const);
  const money = (pence: number, basis: "exact" | "approximate" = "exact") => (
    <Money pence={pence} basis={basis} decimals={decimals} />
  );
  const basis = isApproximate ? "approximate" : "exact";
  const inStreams = years.some((year) => year.revenuePence !== year.capitalPence);
  const columns: Column<LeftOfYear>[] = [
    {
      heading: "Financial year",
      rowHeader: true,
      cell: ({ financialYear }) =>
        financialYear === null ? <NotYetApportioned /> : formatFinancialYear(financialYear),
    },
    { heading: "Awarded", numeric: true, cell: (year) => money(year.awardedPence, basis) },
    { heading: "In claims, drafts included", numeric: true, cell: (year) => money(year.claimedPence) },
    { heading: "May still be claimed", numeric: true, cell: (year) => money(year.leftPence, basis) },
  ];
  if (inStreams) {
    columns.push(
      { heading: "As revenue, at most", numeric: true, cell: (year) => money(year.revenuePence) },
      { heading: "As capital, at most", numeric: true, cell: (year) => money(year.capitalPence) },
    );
  }
  const left = money(sumPence(years.map(({ leftPence }) => leftPence)), basis);
  return (
    <Table
      caption="What may still be claimed, by financial year"
      captionSize="s"
      columns={columns}
      rows={years}
      rowKey={({ financialYear }) => financialYear ?? "open"}
      footer={[{ total: true, cells: ["Together", "", "", left, ...(inStreams ? ["", ""] : [])] }]}
    />
  );
}
