import { type ReactNode, useId } from "react";
import { classes, type TextSize } from "./field.tsx";

export type Column<Row> = {
  heading: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The cell names its row. */
  rowHeader?: boolean;
  /** The list can be sorted by this column: where its heading leads, and how it is sorted now. */
  sort?: { href: string; direction: "ascending" | "descending" | "none" };
};

/** A row under the others: its cells in the order of the columns, the first one naming it. */
export type FooterRow = { cells: readonly ReactNode[]; total?: boolean };

type TableProps<Row> = {
  caption: ReactNode;
  captionHidden?: boolean;
  captionSize?: TextSize;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** True of a row that adds up those above it. */
  isSum?: (row: Row) => boolean;
  footer?: readonly FooterRow[];
  /** What stands in place of the table where it has no rows. */
  empty?: ReactNode;
  /** The table is narrow enough for a phone, so it needs no region to scroll in. */
  fits?: boolean;
};

/** A table; a wide one scrolls sideways in a region of its own that the keyboard reaches. */
export function Table<Row>(props: TableProps<Row>) {
  const captionId = `caption-${useId()}`;
  if (props.rows.length === 0 && !props.footer && props.empty !== undefined) {
    return <p className="govuk-body">{props.empty}</p>;
  }
  const captionClass = props.captionHidden
    ? "govuk-visually-hidden"
    : `govuk-table__caption--${props.captionSize ?? "m"}`;
  const table = (
    <table className="govuk-table">
      <caption className={`govuk-table__caption ${captionClass}`} id={props.fits ? undefined : captionId}>
        {props.caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {props.columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
            <HeadingCell key={index} column={column} />
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {props.rows.map((row) => (
          <tr
            className={classes("govuk-table__row", props.isSum?.(row) && "app-total")}
            key={props.rowKey(row)}
          >
            {props.columns.map((column, index) =>
              cellOf(index, column.cell(row), { isHeader: column.rowHeader, numeric: column.numeric }),
            )}
          </tr>
        ))}
      </tbody>
      {props.footer && <TableFooter rows={props.footer} columns={props.columns} />}
    </table>
  );
  if (props.fits) return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="app-scroll" tabIndex={0} aria-labelledby={captionId}>
      {table}
    </section>
  );
}

function HeadingCell<Row>({ column }: { column: Column<Row> }) {
  return (
    <th
      scope="col"
      className={classes("govuk-table__header", column.numeric && "govuk-table__header--numeric")}
      aria-sort={column.sort?.direction}
    >
      {column.sort ? (
        <a className="govuk-link govuk-link--no-visited-state" href={column.sort.href}>
          {column.heading}
          <span aria-hidden="true">{ARROWS[column.sort.direction]}</span>
        </a>
      ) : (
        column.heading
      )}
    </th>
  );
}

/** Each after a space that does not break, so that it stays with the last word of its heading. */
const ARROWS = { ascending: "\u00a0▲", descending: "\u00a0▼", none: "\u00a0↕" };

/** A function and not a component: a report of hundreds of rows has thousands of cells. */
function cellOf(key: number, content: ReactNode, cell: { isHeader?: boolean; numeric?: boolean }) {
  if (cell.isHeader) {
    return (
      <th scope="row" className="govuk-table__header" key={key}>
        {content}
      </th>
    );
  }
  return (
    <td className={cell.numeric ? NUMERIC_CELL : "govuk-table__cell"} key={key}>
      {content}
    </td>
  );
}

const NUMERIC_CELL = "govuk-table__cell govuk-table__cell--numeric";

function TableFooter<Row>(props: { rows: readonly FooterRow[]; columns: readonly Column<Row>[] }) {
  return (
    <tfoot className="govuk-table__foot">
      {props.rows.map((row, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a footer never move
        <tr className={classes("govuk-table__row", row.total && "app-total")} key={number}>
          {row.cells.map((cell, index) =>
            cellOf(index, cell, { isHeader: index === 0, numeric: props.columns[index]?.numeric }),
          )}
        </tr>
      ))}
    </tfoot>
  );
}
