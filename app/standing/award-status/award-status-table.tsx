import { AwardStatusTag } from "#app/awards/index.ts";
import { LeftToClaim } from "#app/claims/index.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { recordColumn } from "../record-column.tsx";
import type { AwardStatusRow } from "./award-status.ts";

/** Awards with what is claimed, at risk, open and late of each; the file has every column. */
export function AwardStatusTable({ rows, hasLinks }: { rows: readonly AwardStatusRow[]; hasLinks: boolean }) {
  const basis = ({ basis: own }: AwardStatusRow) => (own === "approximate" ? "approximate" : "exact");
  const late = (open: number, isLate: number) => (isLate === 0 ? open : `${open}, ${isLate} late`);
  return (
    <Table
      caption="Awards, newest first"
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty="No award is in force."
      columns={[
        hasLinks
          ? recordColumn("Award", () => "award")
          : { heading: "Award", rowHeader: true, cell: ({ reference, title }) => `${reference} ${title}` },
        { heading: "Status", cell: ({ status }) => <AwardStatusTag status={status} /> },
        {
          heading: "Awarded",
          numeric: true,
          cell: (row) => <Money pence={row.awarded} basis={basis(row)} />,
        },
        {
          heading: "Left to claim",
          numeric: true,
          cell: (row) => (
            <LeftToClaim pence={row.left} preparedPence={row.prepared ?? 0} basis={basis(row)} />
          ),
        },
        {
          heading: "At risk by 31 March",
          numeric: true,
          cell: (row) => <Money pence={row.atRisk} basis={basis(row)} />,
        },
        {
          heading: "Claims due by the schedule",
          numeric: true,
          cell: ({ claimsDue, claimsLate }) => late(claimsDue, claimsLate),
        },
        { heading: "Claims to sign or send", numeric: true, cell: ({ toSend }) => toSend },
        {
          heading: "Awaited from the funder",
          numeric: true,
          cell: ({ awaited }) => <Money pence={awaited} />,
        },
        {
          heading: "Conditions open",
          numeric: true,
          cell: ({ conditionsOpen, conditionsLate }) => late(conditionsOpen, conditionsLate),
        },
        {
          heading: "Returns not sent",
          numeric: true,
          cell: ({ returnsOpen, returnsLate }) => late(returnsOpen, returnsLate),
        },
        {
          heading: "Next due",
          cell: ({ nextDue }) => (nextDue === null ? "Nothing" : <DateText date={nextDue} />),
        },
      ]}
    />
  );
}
