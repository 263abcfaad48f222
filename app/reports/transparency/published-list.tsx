import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import type { ListColumn } from "./transparency.ts";

type ListRow = Record<string, string | number | null>;

type PublishedListProps = {
  title: string;
  /** What the list is for, and what is in it. */
  about: string;
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
  isCut: boolean;
  empty: string;
  fileHref: string;
};

/** A list that the law wants published: its first rows, and the way to all of them as a file. */
export function PublishedList({ title, about, columns, rows, isCut, empty, fileHref }: PublishedListProps) {
  const numbered = rows.map((row, index) => ({ row, index }));
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">{about}</p>
      <Table
        caption={isCut ? `${title}: the first ${rows.length}` : title}
        captionHidden
        rows={numbered}
        rowKey={({ index }) => index}
        empty={empty}
        columns={columns.map(({ heading, key, kind }) => ({
          heading,
          numeric: kind === "pence",
          cell: ({ row }: (typeof numbered)[number]) => cellOf(kind, row[key] ?? null),
        }))}
      />
      {isCut && <p className="govuk-body">These are the first {rows.length}; the file has all.</p>}
      {rows.length > 0 && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={fileHref}>
            Export this list
          </a>
        </p>
      )}
    </section>
  );
}

function cellOf(kind: ListColumn["kind"], value: string | number | null) {
  if (value === null || value === "") return "Not recorded";
  if (kind === "pence") return formatPounds(Number(value), "always");
  return kind === "day" ? formatDate(value as IsoDay) : value;
}
