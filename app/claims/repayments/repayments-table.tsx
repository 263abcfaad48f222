import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { lastStanding, type Repayment, repaidOf } from "./repayment.ts";

type RepaymentsTableProps = { awardId: number; repayments: readonly Repayment[]; mayRecord: boolean };

/** What went back to the funder of an award. An entry that was wrong stays, with what takes it back. */
export function RepaymentsTable({ awardId, repayments, mayRecord }: RepaymentsTableProps) {
  const href = `/awards/${awardId}/repayments`;
  if (repayments.length === 0 && !mayRecord) return null;
  return (
    <>
      <Table
        caption="Repaid to the funder"
        rows={repayments}
        rowKey={({ id }) => id}
        empty="Nothing was repaid to the funder."
        columns={[
          { heading: "Date", rowHeader: true, cell: ({ repaidOn }) => <DateText date={repaidOn} /> },
          { heading: "Reference", cell: ({ reference }) => reference ?? "Not recorded" },
          {
            heading: "Why",
            cell: ({ reversesId, reason }) =>
              reversesId === null ? (reason ?? "") : `Taken back: ${reason}`,
          },
          { heading: "Recorded by", cell: ({ recordedBy }) => recordedBy ?? "Not recorded" },
          { heading: "Amount", numeric: true, cell: ({ amountPence }) => formatPounds(amountPence) },
        ]}
        footer={
          repayments.length > 0
            ? [{ cells: ["Total", "", "", "", formatPounds(repaidOf(repayments))], total: true }]
            : undefined
        }
      />
      {mayRecord && (
        <ul className="govuk-list app-no-print">
          <li>
            <a className="govuk-link" href={`${href}/record`}>
              Record a repayment
            </a>
          </li>
          {lastStanding(repayments) && (
            <li>
              <a className="govuk-link" href={`${href}/take-back`}>
                Take back the last repayment
              </a>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
