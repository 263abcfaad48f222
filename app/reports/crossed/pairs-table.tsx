import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { type FundingSecuredAddress, fundingSecuredHref } from "../funding-secured.schema.ts";
import { GROUPING_NAMES } from "../funding-secured.ts";
import { cellText } from "../funding-secured-table.rules.ts";
import type { CrossedReport, Pair, PairGroup, Pairs } from "./crossed.ts";
import { crossedTitle } from "./crossed-words.rules.ts";
import { decimalsOfPairs, pairText } from "./pairs.rules.ts";

/** `pair` null: what the group comes to. */
type Row = { group: PairGroup; pair: Pair | null };

/** The report with two groupings where more than what is secured is asked for: a row for each pair, under each group its sum. */
export function PairsTable(props: {
  crossed: CrossedReport;
  pairs: Pairs;
  /** Null: what is printed for ever has no links. */
  address: FundingSecuredAddress | null;
}) {
  const { crossed, pairs, address } = props;
  const decimals = decimalsOfPairs(pairs);
  const href = (of: FundingSecuredAddress, { group, pair }: Row) =>
    fundingSecuredHref(of, "/lines", { row: group.row, column: pair?.column ?? "total" });
  const columns: Column<Row>[] = [
    { heading: GROUPING_NAMES[crossed.by], rowHeader: true, cell: ({ group }) => group.name },
    { heading: GROUPING_NAMES[crossed.and], cell: ({ pair }) => pair?.name ?? "All" },
    ...pairs.columns.map((column) => ({
      heading: column.heading,
      numeric: true,
      cell: (row: Row) => {
        const text = pairText(column, crossed, row.group, row.pair, decimals);
        const figures = row.pair?.figures ?? row.group.sum;
        if (address === null || column.key !== "secured" || figures.securedPence === 0) return text;
        return (
          <a className="govuk-link" href={href(address, row)}>
            {text}
          </a>
        );
      },
    })),
  ];
  const total = pairs.columns.map((column) => cellText(column, pairs.total, decimals));
  return (
    <Table
      caption={crossedTitle(crossed)}
      columns={columns}
      rows={pairs.groups.flatMap((group): Row[] => [
        ...group.pairs.map((pair) => ({ group, pair })),
        { group, pair: null },
      ])}
      rowKey={({ group, pair }) => `${group.row} ${pair?.column ?? "all"}`}
      isSum={({ pair }) => pair === null}
      footer={[{ cells: ["Total", "", ...total], total: true }]}
    />
  );
}
