import type { Column } from "#app/ui/govuk/table.tsx";

type Named = { id: number; reference: string; title: string };

/** The column that names a bid or an award and leads to it. */
export function recordColumn<Row extends Named>(
  heading: string,
  kindOf: (row: Row) => "bid" | "award",
): Column<Row> {
  return {
    heading,
    rowHeader: true,
    cell: (row) => (
      <a className="govuk-link" href={`/${kindOf(row)}s/${row.id}`}>
        {row.reference} {row.title}
      </a>
    ),
  };
}
