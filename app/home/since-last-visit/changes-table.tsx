import { formatInstant } from "#app/core/calendar-date.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { type Change, joinRows } from "./change.ts";
import { changedBy, changeWords } from "./change-words.ts";

type ChangesTableProps = { caption: string; changes: readonly Change[]; empty?: string };

/** Who did what to which record, and when. */
export function ChangesTable({ changes, ...table }: ChangesTableProps) {
  return (
    <Table
      {...table}
      rows={joinRows(changes)}
      rowKey={({ seq }) => seq}
      columns={[
        {
          heading: "Record",
          rowHeader: true,
          cell: ({ href, caption }) => (
            <a className="govuk-link" href={href}>
              {caption}
            </a>
          ),
        },
        { heading: "What was done", cell: changeWords },
        { heading: "Who", cell: changedBy },
        { heading: "When", cell: ({ at }) => formatInstant(at) },
      ]}
    />
  );
}
