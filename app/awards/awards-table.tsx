import { formatPounds } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { Amount, decimalsFor } from "./amount.tsx";
import type { AwardListItem } from "./award-list.queries.server.ts";
import { openWords } from "./open-dimensions.rules.ts";
import { AwardStatusTag } from "./status/award-status.tsx";

type AwardsTableProps = {
  awards: readonly AwardListItem[];
  counts: {
    awards: number;
    pence: number;
    notRecorded: number;
    approximatePence: number;
    insidePence: number;
    /** At most so much of the sum is counted twice, in awards of which one may hold money of the other. */
    twicePence: number;
  };
};

/** A page of awards as they stand today, under the count and the sum of all that the filters let through. */
export function AwardsTable({ awards, counts }: AwardsTableProps) {
  const decimals = decimalsFor(awards.map((award) => award.amountPence));
  const columns: Column<AwardListItem>[] = [
    {
      heading: "Award",
      rowHeader: true,
      cell: (award) => (
        <a className="govuk-link" href={`/awards/${award.id}`}>
          {award.reference} {award.title}
        </a>
      ),
    },
    {
      heading: "Status",
      cell: ({ standing }) =>
        standing && (
          <>
            <AwardStatusTag status={standing.status} />
            <p className="govuk-body-s govuk-!-margin-bottom-0">{standing.why}</p>
          </>
        ),
    },
    { heading: "Partnerships", cell: (award) => award.partnerships.join(", ") },
    { heading: "Funder and fund", cell: (award) => <Money award={award} /> },
    {
      heading: "Amount today",
      numeric: true,
      cell: (award) => {
        if (award.isVoid) return "Void";
        if (!award.isInForce) return "not in force yet";
        return <Amount pence={award.amountPence} basis={award.amountBasis} decimals={decimals} />;
      },
    },
    { heading: "Still to apportion", cell: (award) => openWords(award.openDimensions) ?? "Nothing" },
  ];
  return (
    <>
      <p className="govuk-body">{sumOfAwards(counts)}</p>
      <Table
        caption="Awards, newest first"
        captionHidden
        rows={awards}
        rowKey={(award) => award.id}
        empty="No awards match."
        columns={columns}
      />
    </>
  );
}

/**
 * "12 awards: £400,000, of which £100,000 is approximate and £9,000 comes out of other awards, + 3 awards, amount not
 * recorded."
 */
function sumOfAwards(counts: AwardsTableProps["counts"]): string {
  const { awards, pence, notRecorded, approximatePence, insidePence, twicePence } = counts;
  if (awards === 0) return "0 awards.";
  const parts = [
    approximatePence > 0 && `${formatPounds(approximatePence)} is approximate`,
    insidePence > 0 && `${formatPounds(insidePence)} comes out of other awards`,
    twicePence > 0 && `up to ${formatPounds(twicePence)} may be counted twice`,
  ].filter((part) => part !== false);
  const inside = parts.length > 0 ? `, of which ${parts.join(" and ")}` : "";
  const unknown = notRecorded > 0 ? ` + ${words(notRecorded)}, amount not recorded` : "";
  return `${words(awards)}: ${formatPounds(pence)}${inside}${unknown}.`;
}

function words(count: number): string {
  return count === 1 ? "1 award" : `${count.toLocaleString("en-GB")} awards`;
}

function Money({ award: { funder, fund } }: { award: AwardListItem }) {
  if (funder === null && fund === null) return <NotRecorded />;
  return (
    <>
      {funder ?? <NotRecorded />}
      {fund !== null && <>, {fund}</>}
    </>
  );
}
