import { sumPence } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { yearWords } from "./spend-words.ts";

/** What was spent for a project of an award in a year. Pence. */
type SpentOfProject = {
  awardId: number;
  reference: string;
  title: string;
  financialYear: number;
  pence: number;
};

/** What was spent for a project by award and year; nothing where nothing is recorded. */
export function SpendOfProject({ spent }: { spent: readonly SpentOfProject[] }) {
  if (spent.length === 0) return null;
  return (
    <Table
      caption="Spent"
      rows={spent}
      rowKey={({ awardId, financialYear }) => `${awardId} ${financialYear}`}
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
        { heading: "Spent", numeric: true, cell: ({ pence }) => <Money pence={pence} /> },
      ]}
      footer={[
        {
          cells: ["Total", "", <Money key="total" pence={sumPence(spent.map(({ pence }) => pence))} />],
          total: true,
        },
      ]}
    />
  );
}
