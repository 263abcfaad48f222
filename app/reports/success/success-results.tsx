import { BarChart } from "#app/ui/charts/bar-chart.tsx";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { SUCCESS_GROUPING_NAMES, type SuccessReport, type SuccessRow } from "./success.ts";
import { SUCCESS_COLUMNS, successCell, successTitle } from "./success-table.rules.ts";
import {
  expectedWords,
  forecastWords,
  successCaption,
  successFinding,
  successNotes,
} from "./success-words.rules.ts";

const MOST_BARS = 12;

/** The report: its finding with a chart of the rates, its table, what is left out, and what may still come. */
export function SuccessResults({ report }: { report: SuccessReport }) {
  const rated = report.rows.filter((row) => row.ratePercent !== null);
  const columns: Column<SuccessRow>[] = [
    { heading: SUCCESS_GROUPING_NAMES[report.by], rowHeader: true, cell: (row) => row.name },
    ...SUCCESS_COLUMNS.map((column) => ({
      heading: column.heading,
      numeric: true,
      cell: (row: SuccessRow) => successCell(column, row, report),
    })),
  ];
  const footer = [report.notRecorded, report.total].flatMap((row) =>
    row === null ? [] : [{ cells: columns.map((column) => column.cell(row)), total: row === report.total }],
  );
  return (
    <>
      {rated.length > 0 && rated.length <= MOST_BARS ? (
        <BarChart
          finding={successFinding(report)}
          whole={100}
          bars={rated.map(({ name, ratePercent, won, decided }) => ({
            label: name,
            value: ratePercent ?? 0,
            text: `${ratePercent}% (${won} of ${decided})`,
          }))}
        />
      ) : (
        <p className="govuk-body govuk-!-font-weight-bold">{successFinding(report)}</p>
      )}
      <Table
        caption={successTitle(report)}
        columns={columns}
        rows={report.rows}
        rowKey={(row) => row.name}
        footer={footer}
      />
      <ul className="govuk-list govuk-list--bullet">
        {successNotes(report).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">What may still come</h2>
      <p className="govuk-body">{forecastWords(report)}</p>
      <p className="govuk-body">{expectedWords(report)}</p>
    </>
  );
}

/** What of it is kept for ever, under its own heading. */
export function SuccessBody({ report }: { report: SuccessReport }) {
  return (
    <>
      <h2 className="govuk-heading-m">{successTitle(report)}</h2>
      <p className="govuk-body">{successCaption(report)}</p>
      <SuccessResults report={report} />
    </>
  );
}
