import { Table } from "#app/ui/govuk/table.tsx";
import type { Difference } from "./compare-content.ts";

type DifferencesTableProps = {
  caption: string;
  differences: readonly Difference[];
  /** What the earlier moment is: "As signed". */
  before: string;
  /** What the later moment is, where it is not now. */
  after?: string;
};

/** What a bid said at a moment beside what it says now, or later, field by field. */
export function DifferencesTable({ caption, differences, before, after = "Now" }: DifferencesTableProps) {
  return (
    <Table
      caption={caption}
      rows={differences.map((difference, index) => ({ ...difference, index }))}
      rowKey={({ index }) => index}
      columns={[
        { heading: "What", rowHeader: true, cell: ({ field }) => field },
        { heading: before, cell: (row) => row.before ?? "Nothing" },
        { heading: after, cell: (row) => row.after ?? "Nothing" },
      ]}
    />
  );
}
