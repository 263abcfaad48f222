import { AwardStatusTag } from "#app/awards/index.ts";
import { BidStatusTag } from "#app/bids/index.ts";
import { LeftToClaim } from "#app/claims/index.ts";
import { formatDate, ukDayOf } from "#app/core/calendar-date.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { nextWords, RiskText, waitingWords } from "./position-text.tsx";
import { recordColumn } from "./record-column.tsx";
import type { StandingRow } from "./standing.queries.server.ts";

/** Awards and bids with what a manager asks of each. */
export function StandingTable({ rows }: { rows: readonly StandingRow[] }) {
  const anyPence = rows.some(({ amountPence }) => (amountPence ?? 0) % 100 !== 0);
  const decimals = anyPence ? ("always" as const) : ("when-needed" as const);
  const basis = ({ isApproximate }: StandingRow) => (isApproximate ? "approximate" : "exact");
  return (
    <Table
      caption="Awards and then bids, each the newest first"
      captionHidden
      rows={rows}
      rowKey={({ kind, id }) => `${kind} ${id}`}
      empty="Nothing matches."
      columns={[
        recordColumn<StandingRow>("Award or bid", ({ kind }) => kind),
        { heading: "Status", cell: (row) => <StatusText row={row} /> },
        { heading: "Next date", cell: ({ next }) => (next ? nextWords(next) : "None recorded") },
        {
          heading: "Awarded or requested",
          numeric: true,
          cell: (row) => <Money pence={row.amountPence} basis={basis(row)} decimals={decimals} />,
        },
        {
          heading: "Left to claim",
          numeric: true,
          cell: (row) =>
            row.kind === "bid" ? (
              "No award"
            ) : (
              <LeftToClaim
                pence={row.leftPence}
                preparedPence={row.preparedPence}
                basis={basis(row)}
                decimals={decimals}
              />
            ),
        },
        {
          heading: "Risk",
          cell: (row) => <RiskText risk={row.risk} said={row.kind === "award" ? row.why : ""} />,
        },
        { heading: "Waits on", cell: ({ waiting }) => waitingWords(waiting) || "Nobody" },
        { heading: "Owner", cell: ({ ownerName }) => ownerName ?? "Nobody" },
        {
          heading: "Last touched",
          cell: ({ touchedAt }) => (touchedAt ? formatDate(ukDayOf(touchedAt)) : "Not recorded"),
        },
      ]}
    />
  );
}

function StatusText({ row }: { row: StandingRow }) {
  if (row.kind === "bid") return <BidStatusTag status={row.status} isSignedOff={row.isSignedOff} />;
  return (
    <>
      <AwardStatusTag status={row.status} />
      <p className="govuk-body-s govuk-!-margin-bottom-0">{row.why}</p>
    </>
  );
}
