import { Table } from "#app/ui/govuk/table.tsx";
import type { Fund } from "./funds.ts";
import { RecordLink } from "./record-link.tsx";

type FundsTableProps = {
  funds: readonly Pick<Fund, "id" | "name" | "funder">[];
  caption: string;
  /** On the page of a funder its own name would stand in every row. */
  withoutFunder?: boolean;
};

/** Funds by name. */
export function FundsTable({ funds, caption, withoutFunder }: FundsTableProps) {
  type Row = FundsTableProps["funds"][number];
  const name = {
    heading: "Name",
    rowHeader: true,
    cell: (fund: Row) => <RecordLink to="funds" record={fund} />,
  };
  const funder = { heading: "Funder", cell: (fund: Row) => <RecordLink to="funders" record={fund.funder} /> };
  return (
    <Table
      caption={caption}
      rows={funds}
      rowKey={(fund) => fund.id}
      empty="No funds are recorded yet."
      columns={withoutFunder ? [name] : [name, funder]}
    />
  );
}
