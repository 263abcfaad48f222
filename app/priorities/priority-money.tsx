import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { openWords } from "./open-money.rules.ts";
import type { MoneyRow, Sum } from "./priority-money.rules.ts";

/** Which priority areas have money and which have none, with the money bid for and lost. */
export function PriorityMoney({
  rows,
  without,
  twice,
}: {
  rows: readonly MoneyRow[];
  without: string;
  twice: string | null;
}) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Money for each priority area</h2>
      <p className="govuk-body">
        {without} A bid for several priority areas stands in full at each of them, so bids do not add up. An
        umbrella record counts only for what is not itemised. Drafts and withdrawn bids are left out.
      </p>
      {twice && <p className="govuk-body">{twice}</p>}
      <Table
        caption="Secured, bid for and lost"
        captionSize="s"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            heading: "Priority area",
            rowHeader: true,
            cell: (row) => (
              <a className="govuk-link" href={`/priorities/${row.id}`}>
                {row.title}
              </a>
            ),
          },
          {
            heading: "Secured",
            numeric: true,
            cell: (row) => <SumCell sum={row.secured} none={openWords(row.open) ?? "none"} />,
          },
          { heading: "Bid for", numeric: true, cell: (row) => <SumCell sum={row.bidFor} none="no bid" /> },
          { heading: "Of that lost", numeric: true, cell: (row) => <SumCell sum={row.lost} none="–" /> },
        ]}
      />
    </>
  );
}

function SumCell({ sum, none }: { sum: Sum; none: string }) {
  // Words break into lines, where figures do not.
  if (sum.count === 0) return <span className="app-second-line">{none}</span>;
  if (sum.pence === null) return <Money pence={null} />;
  return (
    <>
      <Money pence={sum.pence} basis={sum.isApproximate ? "approximate" : "exact"} />
      {sum.notRecorded > 0 && <div>+ {sum.notRecorded}, amount not recorded</div>}
    </>
  );
}
