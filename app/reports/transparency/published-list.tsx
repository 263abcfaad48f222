import { formatDate, type IsoDay } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { momentWords } from "../funding-secured-words.rules.ts";
import { WHO_PUBLISHES } from "../report-files.tsx";
import { type ListColumn, type ListRow, listTotalWords, totalOfRows } from "./transparency.ts";

type PublishedListProps = {
  title: string;
  /** What the list is for, and what is in it. */
  about: string;
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
  isCut: boolean;
  /** What all of its rows come to, in words. */
  totalWords: string;
  empty: string;
  /** Null: what is printed for ever has no links. */
  fileHref: string | null;
  /** Null for those who may not publish it. */
  publishHref: string | null;
};

/** A list that the law wants published: its first rows, and the way to all of them as a file. */
export function PublishedList(props: PublishedListProps) {
  const { title, about, columns, rows, isCut, totalWords, empty, fileHref, publishHref } = props;
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
      {rows.length > 0 && <p className="govuk-body">{totalWords}</p>}
      {isCut && <p className="govuk-body">These are the first {rows.length}; the file has all.</p>}
      {rows.length > 0 && fileHref && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={fileHref}>
            Export this list
          </a>
          {publishHref === null ? (
            `. ${WHO_PUBLISHES}`
          ) : (
            <>
              {" "}
              or{" "}
              <a className="govuk-link" href={publishHref}>
                publish it
              </a>
            </>
          )}
        </p>
      )}
    </section>
  );
}

/** A list as it is handed out: all of its rows, its moment, and no links. */
export function GrantsBody(
  props: Pick<PublishedListProps, "title" | "about" | "columns" | "rows"> & {
    year: number | null;
    moment: { asAt: IsoDay; knownAt: IsoDay };
  },
) {
  const { year, moment, ...list } = props;
  const years = year === null ? "All years." : `Awarded in the financial year ${formatFinancialYear(year)}.`;
  return (
    <>
      <p className="govuk-body">
        {years} {momentWords(moment)}
      </p>
      <PublishedList
        {...list}
        isCut={false}
        totalWords={listTotalWords(list.columns, totalOfRows(list.columns, list.rows))}
        empty="Nothing is recorded."
        fileHref={null}
        publishHref={null}
      />
    </>
  );
}

function cellOf(kind: ListColumn["kind"], value: string | number | null) {
  if (value === null || value === "") return "Not recorded";
  if (kind === "pence") return formatPounds(Number(value), "always");
  return kind === "day" ? formatDate(value as IsoDay) : value;
}
