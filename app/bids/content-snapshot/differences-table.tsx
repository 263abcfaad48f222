import { Table } from "#app/ui/govuk/table.tsx";
import type { Difference } from "./compare-content.ts";

type DifferencesTableProps = {
  caption: string;
  differences: readonly Difference[];
  /** What the earlier moment is: "As signed". */
  before: string;
};

/** What a bid said at a moment beside what it says now, field by field. */
export function DifferencesTable({ caption, differences, before }: DifferencesTableProps) {
  return (
    <Table
      caption={caption}
      rows={differences.map((difference, index) => ({ ...difference, index }))}
      rowKey={({ index }) => index}
      columns={[
        { heading: "What", rowHeader: true, cell: ({ field }) => field },
        { heading: before, cell: (row) => row.before ?? "Nothing" },
        { heading: "Now", cell: (row) => row.after ?? "Nothing" },
      ]}
    />
  );
}
