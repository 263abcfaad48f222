import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { recordColumn } from "../record-column.tsx";
import type { AwardAtYearEnd } from "./year-end.queries.server.ts";
import { askWords } from "./year-end.rules.ts";

/** What each award gives for the year, what of it is claimed, and what is not. */
export function YearEndTable({ awards, today }: { awards: readonly AwardAtYearEnd[]; today: string }) {
  const basis = ({ isApproximate }: AwardAtYearEnd) => (isApproximate ? "approximate" : "exact");
  return (
    <Table
      caption="Awards with money that ends, newest first"
      captionHidden
      rows={awards}
      rowKey={({ id }) => id}
      empty="No award gives money for this year."
      columns={[
        recordColumn("Award", () => "award"),
        {
          heading: "Gives",
          numeric: true,
          cell: (award) => (
            <>
              <Money pence={award.givenPence} basis={basis(award)} />
              {award.passedOnPence > 0 && <>, {formatPounds(award.passedOnPence)} of it passed on</>}
            </>
          ),
        },
        { heading: "Spent", numeric: true, cell: ({ spentPence }) => <Money pence={spentPence} /> },
        {
          heading: "Committed",
          numeric: true,
          cell: ({ committedPence }) => <Money pence={committedPence} />,
        },
        {
          heading: "Forecast besides",
          numeric: true,
          cell: ({ forecastPence }) => <Money pence={forecastPence} />,
        },
        { heading: "Claimed", numeric: true, cell: (award) => <Claimed award={award} /> },
        {
          heading: "In claims not yet submitted",
          numeric: true,
          cell: ({ preparedPence }) => <Money pence={preparedPence} />,
        },
        {
          heading: "At risk: not yet claimed",
          numeric: true,
          cell: (award) => (
            <>
              <Money pence={award.leftPence} basis={basis(award)} />
              {award.passedOnPence > 0 && (award.leftPence ?? 0) > 0 && (
                <>
                  , {formatPounds(Math.max(0, (award.leftPence ?? 0) - award.passedOnPence))} beside what is
                  passed on
                </>
              )}
            </>
          ),
        },
        { heading: "Ask for another year", cell: (award) => askWords(award, today) },
      ]}
    />
  );
}

/** What was claimed of the year, and what of it goes back: the year was cut, or is over and was not spent. */
function Claimed({ award: { claimedPence, repaymentPence } }: { award: AwardAtYearEnd }) {
  if (repaymentPence === 0) return <Money pence={claimedPence} />;
  return (
    <>
      <Money pence={claimedPence} />, {formatPounds(repaymentPence)} of it to be repaid
    </>
  );
}
