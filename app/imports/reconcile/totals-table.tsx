import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import {
  ITEM_KIND_NAMES,
  type ItemKind,
  type KindTotal,
  knownDifference,
  totalOf,
} from "./reconciliation.ts";

type TotalsTableProps = {
  kinds: readonly KindTotal[];
  shown: ItemKind;
  hrefOf: (kind: ItemKind) => string;
};

/**
 * How many items there are of each kind and what both sides come to; each kind leads to its items. What stands beside an
 * amount that is not known has a row of its own and no difference.
 */
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
        { heading: "Ours", numeric: true, cell: (kind) => pounds(kind.oursPence - kind.oursAlonePence) },
        {
          heading: "Theirs",
          numeric: true,
          cell: (kind) => pounds(kind.theirsPence - kind.theirsAlonePence),
        },
        { heading: "Difference", numeric: true, cell: (kind) => pounds(knownDifference(kind)) },
      ]}
      footer={[
        ...(total.oursAlonePence === 0 && total.theirsAlonePence === 0
          ? []
          : [
              {
                cells: [
                  "Of those that differ: beside an amount that is not known",
                  "",
                  "",
                  pounds(total.oursAlonePence),
                  pounds(total.theirsAlonePence),
                  "not known",
                ],
              },
            ]),
        {
          cells: [
            "Total",
            total.count,
            total.accepted,
            pounds(total.oursPence),
            pounds(total.theirsPence),
            pounds(knownDifference(total)),
          ],
          total: true,
        },
      ]}
    />
  );
}
