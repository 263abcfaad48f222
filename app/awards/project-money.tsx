import { formatFinancialYear } from "#app/core/financial-year.ts";
import { sumPence } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotYetApportioned } from "#app/ui/layout/not-recorded.tsx";
import { decimalsFor } from "./amount.tsx";
import { MoneyFromAwards, type PayingLine } from "./money-from-awards.tsx";
import { moneyByYear, type ProjectMoney, type TakenOfProject } from "./project-money.rules.ts";

type ProjectMoneyProps = { lines: readonly PayingLine[]; taken: readonly TakenOfProject[] };

/** What awards pay for a project; where other awards take some of it, by award and year: gross, passed on and net. */
export function MoneyOfProject({ lines, taken }: ProjectMoneyProps) {
  const rows = moneyByYear(lines, taken);
  return (
    <>
      <MoneyFromAwards lines={lines} what="project" />
      {rows.some(({ passedOnPence }) => passedOnPence !== 0) && <NetTable rows={rows} />}
    </>
  );
}

function NetTable({ rows }: { rows: readonly ProjectMoney[] }) {
  const decimals = decimalsFor(rows.flatMap((row) => [row.grossPence, row.passedOnPence]));
  const money = (pence: number | null, approximate = false) => (
    <Money pence={pence} basis={approximate ? "approximate" : "exact"} decimals={decimals} />
  );
  const columns: Column<ProjectMoney>[] = [
    {
      heading: "Award",
      rowHeader: true,
      cell: ({ awardId, awardReference, awardTitle }) => (
        <a className="govuk-link" href={`/awards/${awardId}`}>
          {awardReference} {awardTitle}
        </a>
      ),
    },
    {
      heading: "Financial year",
      cell: ({ financialYear }) =>
        financialYear === null ? <NotYetApportioned /> : formatFinancialYear(financialYear),
    },
    { heading: "Gross", numeric: true, cell: (row) => money(row.grossPence, row.approximate) },
    { heading: "Passed on", numeric: true, cell: (row) => money(row.passedOnPence) },
    { heading: "Net", numeric: true, cell: (row) => money(row.netPence, row.approximate) },
  ];
  const sum = (of: (row: ProjectMoney) => number | null) => {
    const amounts = rows.map(of);
    return money(amounts.includes(null) ? null : sumPence(amounts as number[]));
  };
  const totals = [sum((row) => row.grossPence), sum((row) => row.passedOnPence), sum((row) => row.netPence)];
  return (
    <Table
      caption="The same by award and year, without what other awards take of it"
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.awardId} ${row.financialYear}`}
      footer={[{ total: true, cells: ["Total", "", ...totals] }]}
    />
  );
}
