import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { ITEM_KIND_NAMES, type ItemKind, type KindTotal, totalOf } from "./reconciliation.ts";

type TotalsTableProps = {
  kinds: readonly KindTotal[];
  shown: ItemKind;
  hrefOf: (kind: ItemKind) => string;
};

/** How many items there are of each kind and what both sides come to; each kind leads to its items. */
export function TotalsTable({ kinds, shown, hrefOf }: TotalsTableProps) {
  const pounds = (pence: number) => formatPounds(pence, "always");
  const total = totalOf(kinds);
  return (
    <Table
      caption="Both sides by how they stand to each other"
      captionSize="m"
      rows={kinds}
      rowKey={({ kind }) => kind}
      columns={[
        {
          heading: "Result",
          rowHeader: true,
          cell: ({ kind }) =>
            kind === shown ? (
              ITEM_KIND_NAMES[kind]
            ) : (
              <a className="govuk-link" href={hrefOf(kind)}>
                {ITEM_KIND_NAMES[kind]}
              </a>
            ),
        },
        { heading: "Number", numeric: true, cell: ({ count }) => count },
        { heading: "Accepted", numeric: true, cell: ({ accepted }) => accepted },
        { heading: "Ours", numeric: true, cell: ({ oursPence }) => pounds(oursPence) },
        { heading: "Theirs", numeric: true, cell: ({ theirsPence }) => pounds(theirsPence) },
        {
          heading: "Difference",
          numeric: true,
          cell: ({ oursPence, theirsPence }) => pounds(theirsPence - oursPence),
        },
      ]}
      footer={[
        {
          cells: [
            "Total",
            total.count,
            total.accepted,
            pounds(total.oursPence),
            pounds(total.theirsPence),
            pounds(total.theirsPence - total.oursPence),
          ],
          total: true,
        },
      ]}
    />
  );
}
