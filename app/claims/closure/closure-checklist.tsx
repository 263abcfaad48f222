import { Table } from "#app/ui/govuk/table.tsx";
import { Tag } from "#app/ui/govuk/tag.tsx";
import type { ChecklistItem } from "./closure.rules.ts";

/** What has to be settled before an award is closed, and where each stands. */
export function ClosureChecklist({ items }: { items: readonly ChecklistItem[] }) {
  return (
    <Table
      caption="To be settled first"
      rows={items}
      rowKey={({ text }) => text}
      columns={[
        { heading: "What", rowHeader: true, cell: ({ text }) => text },
        {
          heading: "Where it stands",
          cell: ({ isDone, missing, ask }) => {
            if (!isDone) return <Tag colour="red">{missing}</Tag>;
            return ask ? <Tag colour="yellow">{ask}</Tag> : <Tag colour="green">Settled</Tag>;
          },
        },
      ]}
    />
  );
}
