import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { type AgreementRow, yearsOf } from "./agreement.rules.ts";

type AgreementsPanelProps = { awardId: number; rows: readonly AgreementRow[]; mayRecord: boolean };

/** The agreements of an award on its own page: which are signed, and what waits for a signature. */
export function AgreementsPanel({ awardId, rows, mayRecord }: AgreementsPanelProps) {
  const link = (query: string) => `/awards/${awardId}/agreements${query}`;
  const columns: Column<AgreementRow>[] = [
    {
      heading: "For",
      rowHeader: true,
      cell: (row) => {
        const query = `?year=${row.financialYear ?? "all"}`;
        return mayRecord ? (
          <a className="govuk-link" href={link(query)}>
            {yearsOf(row)}
          </a>
        ) : (
          yearsOf(row)
        );
      },
    },
    { heading: "Reference", cell: ({ agreement }) => agreement?.reference ?? <NotRecorded /> },
    { heading: "Signed", cell: ({ agreement }) => <Signed agreement={agreement} /> },
    { heading: "Risk", cell: ({ risk }) => risk ?? "None" },
    { heading: "Note", cell: ({ agreement }) => agreement?.note ?? "" },
  ];
  return (
    <section aria-labelledby="agreements">
      <h2 className="govuk-heading-m" id="agreements">
        Agreements
      </h2>
      <Table
        caption="Agreements by financial year"
        captionHidden
        rows={rows}
        rowKey={(row) => row.financialYear ?? 0}
        empty="No agreement is recorded. Nothing is claimed before one is signed: a claim says what it is under until one is."
        columns={columns}
      />
      {mayRecord && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={link("")}>
            Record an agreement
          </a>
        </p>
      )}
    </section>
  );
}

function Signed({ agreement }: Pick<AgreementRow, "agreement">) {
  if (agreement === null) return "No agreement recorded";
  if (agreement.signedOn === null) return "Not signed yet";
  return <DateText date={agreement.signedOn} />;
}
