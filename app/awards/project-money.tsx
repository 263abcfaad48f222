import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotYetApportioned } from "#app/ui/layout/not-recorded.tsx";
import { decimalsFor } from "./amount.tsx";
import { MoneyFromAwards, type PayingLine } from "./money-from-awards.tsx";
import {
  moneyByYear,
  type OnwardOfProject,
  type ProjectMoney,
  type TakenOfProject,
} from "./project-money.rules.ts";

type ProjectMoneyProps = {
  lines: readonly PayingLine[];
  taken: readonly TakenOfProject[];
  onward: readonly OnwardOfProject[];
};

/**
 * What awards pay for a project; where other awards or delivery organisations take some of it, by award and year: gross,
 * passed on and net.
 */
export function MoneyOfProject({ lines, taken, onward }: ProjectMoneyProps) {
  const rows = moneyByYear(lines, taken, onward);
  const ofSeveral = onward.filter(({ isForProject }) => !isForProject);
  const passesOn = rows.some((row) => row.toAwardsPence !== 0 || row.toOrganisationsPence !== 0);
  return (
    <>
      <MoneyFromAwards lines={lines} what="project" />
      {passesOn && <NetTable rows={rows} />}
      {ofSeveral.length > 0 && (
        <p className="govuk-body">
          Also passed on to delivery organisations, by awards of several projects:{" "}
          {awardWords(ofSeveral).join("; ")}. For which of the projects is not recorded, so it is not taken
          off here.
        </p>
      )}
    </>
  );
}

/** "£5,000 of A-000014", for each award once. */
function awardWords(onward: readonly OnwardOfProject[]): string[] {
  return [...new Map(onward.map((grant) => [grant.awardId, grant.awardReference]))].map(
    ([id, reference]) =>
      `${formatPounds(sumPence(onward.filter(({ awardId }) => awardId === id).map(({ pence }) => pence)))} of ${reference}`,
  );
}

function NetTable({ rows }: { rows: readonly ProjectMoney[] }) {
  const decimals = decimalsFor(
    rows.flatMap((row) => [row.grossPence, row.toAwardsPence, row.toOrganisationsPence]),
  );
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
      cell: ({ financialYear }) => <YearOfMoney year={financialYear} />,
    },
    { heading: "Gross", numeric: true, cell: (row) => money(row.grossPence, row.approximate) },
    { heading: "Passed on to other awards", numeric: true, cell: (row) => money(row.toAwardsPence) },
    {
      heading: "Passed on to delivery organisations",
      numeric: true,
      cell: (row) => money(row.toOrganisationsPence),
    },
    { heading: "Net", numeric: true, cell: (row) => money(row.netPence, row.approximate) },
  ];
  const sum = (of: (row: ProjectMoney) => number | null) => {
    const amounts = rows.map(of);
    return money(amounts.includes(null) ? null : sumPence(amounts as number[]));
  };
  const totals = [
    sum((row) => row.grossPence),
    sum((row) => row.toAwardsPence),
    sum((row) => row.toOrganisationsPence),
    sum((row) => row.netPence),
  ];
  return (
    <Table
      caption="The same by award and year, less what is passed on"
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.awardId} ${row.financialYear}`}
      footer={[{ total: true, cells: ["Total", "", ...totals] }]}
    />
  );
}

/** A grant to a delivery organisation need not name one of the years of its award. */
function YearOfMoney({ year }: { year: ProjectMoney["financialYear"] }) {
  if (year === null) return <NotYetApportioned />;
  return typeof year === "number" ? formatFinancialYear(year) : "Of which year is not recorded";
}
