import { referenceOfVersion } from "#app/awards/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import type { CarryOver } from "./carry-over.ts";

type CarryOversProps = {
  awardId: number;
  carryOvers: readonly CarryOver[];
  versions: readonly { number: number; decisionReference: string | null }[];
  mayRecord: boolean;
};

/** What the funder of an award let over from one year into another, and the version that moved it. */
export function CarryOvers({ awardId, carryOvers, versions, mayRecord }: CarryOversProps) {
  return (
    <>
      {carryOvers.length > 0 && (
        <Table
          caption="Approved to be carried over"
          rows={carryOvers}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: "From",
              rowHeader: true,
              cell: ({ fromYear }) => formatFinancialYear(fromYear),
            },
            { heading: "To", cell: ({ toYear }) => formatFinancialYear(toYear) },
            { heading: "Approved", cell: ({ approvedOn }) => <DateText date={approvedOn} /> },
            { heading: "Reference", cell: ({ reference }) => reference },
            {
              heading: "Moved by",
              cell: ({ reference }) => <MovedBy {...{ awardId, reference, versions }} />,
            },
            { heading: "Amount", numeric: true, cell: ({ amountPence }) => <Money pence={amountPence} /> },
          ]}
        />
      )}
      {mayRecord && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={`/awards/${awardId}/carry-over`}>
            Record an approved carry-over
          </a>
        </p>
      )}
    </>
  );
}

type MovedByProps = Pick<CarryOversProps, "awardId" | "versions"> & { reference: string };

function MovedBy({ awardId, reference, versions }: MovedByProps) {
  const version = versions.find(
    ({ number, decisionReference }) =>
      decisionReference === reference || referenceOfVersion(number) === reference,
  );
  if (!version) return <>Not moved yet</>;
  return (
    <a className="govuk-link" href={`/awards/${awardId}/versions/${version.number}`}>
      Version {version.number}
    </a>
  );
}
