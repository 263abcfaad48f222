import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { ReturnFigures } from "./return-figures.ts";

/** What the register says, or said, of an award that reports. */
export function ReturnFiguresList({ figures }: { figures: ReturnFigures }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: "Awarded", value: <Money pence={figures.awardedPence} /> },
          { key: "Claimed", value: <Money pence={figures.claimedPence} /> },
          { key: "Received", value: <Money pence={figures.receivedPence} /> },
          figures.spentPence !== undefined && { key: "Spent", value: <Money pence={figures.spentPence} /> },
          {
            key:
              figures.spentPence === undefined
                ? "Paid to delivery organisations"
                : "Of it paid to delivery organisations",
            value: <Money pence={figures.passedOnPence} />,
          },
        ]}
      />
      <Table
        caption="Latest readings up to the end of the period"
        rows={figures.readings}
        rowKey={({ measureId }) => measureId}
        empty="No reading is recorded."
        columns={[
          {
            heading: "Measure",
            rowHeader: true,
            cell: ({ measureId, measure }) => (
              <a className="govuk-link" href={`/measures/${measureId}`}>
                {measure}
              </a>
            ),
          },
          { heading: "Period", cell: ({ period }) => period ?? <NotRecorded /> },
          {
            heading: "Reading",
            numeric: true,
            cell: ({ value, unit }) => (value === null ? <NotRecorded /> : `${value} ${unit}`),
          },
        ]}
      />
    </>
  );
}
