import { SourceNote } from "#app/partnerships/index.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { formatValue } from "./exact-number.rules.ts";
import type { MeasureRecord, Reading } from "./measure.ts";

/** The baseline and the readings of a measure, each with its period, the earliest first. */
export function ReadingsTable({ measure, mayWrite }: { measure: MeasureRecord; mayWrite: boolean }) {
  const rows = [...(measure.baseline ? [measure.baseline] : []), ...measure.readings];
  return (
    <Table
      caption="Baseline and readings"
      rows={rows}
      rowKey={(reading) => reading.id}
      empty={
        measure.parts === null
          ? "No baseline and no reading is recorded yet."
          : "It has no figures of its own: they are added up from its parts."
      }
      columns={mayWrite ? [...columnsOf(measure), changeColumn(measure.id)] : columnsOf(measure)}
    />
  );
}

function columnsOf(measure: MeasureRecord): Column<Reading>[] {
  return [
    { heading: "Period", rowHeader: true, cell: (reading) => reading.period ?? <NotRecorded /> },
    { heading: "Kind", cell: (reading) => (reading.kind === "baseline" ? "Baseline" : "Reading") },
    { heading: "Months", numeric: true, cell: (reading) => reading.months ?? <NotRecorded /> },
    {
      heading: `Value (${measure.unit})`,
      numeric: true,
      cell: (reading) => (reading.value === null ? <NotRecorded /> : formatValue(reading.value)),
    },
    { heading: "Note", cell: (reading) => <Notes measure={measure} reading={reading} /> },
  ];
}

function Notes({ measure, reading }: { measure: MeasureRecord; reading: Reading }) {
  return (
    <>
      {reading.isDerived && "Worked out from a stated difference. "}
      {reading.note}
      <SourceNote source={measure.readingSources[reading.id] ?? null} />
    </>
  );
}

function changeColumn(measureId: number): Column<Reading> {
  return {
    heading: <VisuallyHidden>Actions</VisuallyHidden>,
    cell: (reading) => (
      <a className="govuk-link app-no-print" href={`/measures/${measureId}/readings/${reading.id}/edit`}>
        Change
        <VisuallyHidden> {`${reading.kind} of ${reading.period ?? "an unknown period"}`}</VisuallyHidden>
      </a>
    ),
  };
}
