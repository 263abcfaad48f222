import { SourceNote } from "#app/partnerships/index.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { formatValue } from "./exact-number.rules.ts";
import type { MeasureRecord, Reading } from "./measure.ts";
import type { AddedUp } from "./parts.rules.ts";
import { lengthText } from "./period.rules.ts";

/** What stood in readings before they were changed, in words by their ids. */
type Earlier = Readonly<Record<number, readonly string[]>>;

type ReadingsTableProps = { measure: MeasureRecord; earlier: Earlier; mayWrite: boolean };

/** The baseline and the readings of a measure, each with its period and what stood there before, the earliest first. */
export function ReadingsTable({ measure, earlier, mayWrite }: ReadingsTableProps) {
  if (measure.added) return <AddedTable added={measure.added} unit={measure.unit} />;
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
      columns={[...columnsOf(measure, earlier), ...(mayWrite ? [changeColumn(measure.id)] : [])]}
    />
  );
}

/** What the parts of a measure come to, where it has no figures of its own. */
function AddedTable({ added, unit }: { added: AddedUp; unit: string }) {
  const rows = [
    { ...added.baseline, kind: "Baseline" },
    { ...added.latest, kind: "Reading" },
  ];
  return (
    <Table
      caption="Baseline and reading, added up from its parts"
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        { heading: "Period", rowHeader: true, cell: ({ period }) => period ?? <NotRecorded /> },
        { heading: "Kind", cell: ({ kind }) => kind },
        {
          heading: "Months",
          numeric: true,
          cell: (row) => row.months ?? lengthText(row) ?? <NotRecorded />,
        },
        {
          heading: `Value (${unit})`,
          numeric: true,
          cell: ({ value }) => (value === null ? <NotRecorded /> : formatValue(value)),
        },
      ]}
    />
  );
}

function columnsOf(measure: MeasureRecord, earlier: Earlier): Column<Reading>[] {
  return [
    { heading: "Period", rowHeader: true, cell: (reading) => reading.period ?? <NotRecorded /> },
    { heading: "Kind", cell: (reading) => (reading.kind === "baseline" ? "Baseline" : "Reading") },
    {
      heading: "Months",
      numeric: true,
      cell: (reading) => reading.months ?? lengthText(reading) ?? <NotRecorded />,
    },
    {
      heading: `Value (${measure.unit})`,
      numeric: true,
      cell: (reading) => (reading.value === null ? <NotRecorded /> : formatValue(reading.value)),
    },
    {
      heading: "Note",
      cell: (reading) => <Notes {...{ measure, reading }} earlier={earlier[reading.id] ?? []} />,
    },
  ];
}

type NotesProps = { measure: MeasureRecord; reading: Reading; earlier: readonly string[] };

function Notes({ measure, reading, earlier }: NotesProps) {
  return (
    <>
      {reading.isDerived && "Worked out from a stated difference. "}
      {reading.note}
      <SourceNote source={measure.readingSources[reading.id] ?? null} />
      {earlier.length > 0 && (
        <ul className="govuk-list govuk-!-margin-bottom-0 govuk-!-margin-top-2">
          {earlier.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
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
