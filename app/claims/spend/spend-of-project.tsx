import { formatPounds, sumPence } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import type { PaidOnward } from "./onward-of-project.rules.ts";
import { yearWords } from "./spend-words.ts";

/** What was spent for a project of an award in a year. Pence. */
type SpentOfProject = {
  awardId: number;
  reference: string;
  title: string;
  financialYear: number;
  pence: number;
};

type SpendOfProjectProps = { spent: readonly SpentOfProject[]; paidOnward: readonly PaidOnward[] };

/**
 * What was spent for a project by award and year, and what its awards paid to delivery organisations; nothing where nothing
 * is recorded.
 */
export function SpendOfProject({ spent, paidOnward }: SpendOfProjectProps) {
  const ofProject = paidOnward.filter(({ isForProject }) => isForProject);
  const others = paidOnward.filter(({ isForProject }) => !isForProject);
  const rows = [
    ...spent.map((row) => ({ ...row, what: "Recorded as spent" })),
    ...ofProject.map((row) => ({ ...row, what: "Paid to delivery organisations, less what came back" })),
  ].sort((a, b) => a.awardId - b.awardId || a.financialYear - b.financialYear);
  return (
    <>
      {rows.length > 0 && <SpentTable rows={rows} />}
      {others.length > 0 && (
        <p className="govuk-body">
          Paid to delivery organisations by awards of several projects, for which of them is not recorded:{" "}
          {others
            .map((row) => `${formatPounds(row.pence)} of ${row.reference} in ${yearWords(row.financialYear)}`)
            .join("; ")}
          .
        </p>
      )}
    </>
  );
}

function SpentTable({ rows }: { rows: readonly (SpentOfProject & { what: string })[] }) {
  return (
    <Table
      caption="Spent"
      rows={rows}
      rowKey={({ awardId, financialYear, what }) => `${awardId} ${financialYear} ${what}`}
      columns={[
        {
          heading: "Award",
          rowHeader: true,
          cell: ({ awardId, reference, title }) => (
            <a className="govuk-link" href={`/awards/${awardId}/spend`}>
              {reference} {title}
            </a>
          ),
        },
        { heading: "Financial year", cell: ({ financialYear }) => yearWords(financialYear) },
        { heading: "What", cell: ({ what }) => what },
        { heading: "Spent", numeric: true, cell: ({ pence }) => <Money pence={pence} /> },
      ]}
      footer={[
        {
          cells: ["Total", "", "", <Money key="total" pence={sumPence(rows.map(({ pence }) => pence))} />],
          total: true,
        },
      ]}
    />
  );
}
