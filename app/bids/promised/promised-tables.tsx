import { SourceOfFigure, type StatedFigures } from "#app/attachments/index.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { DateText } from "#app/ui/layout/date-text.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { PromisedOutcome, Risk } from "../content/content.ts";
import { RATINGS } from "../content/words.ts";
import { formatMeasured } from "./measured.ts";

type OutcomesTableProps = { outcomes: readonly PromisedOutcome[]; stated?: StatedFigures };

/** What the bid promises to change. */
export function OutcomesTable({ outcomes, stated }: OutcomesTableProps) {
  const value = (number: number | null) => (number === null ? <NotRecorded /> : formatMeasured(number));
  return (
    <Table
      caption="Outcomes promised"
      captionHidden
      rows={outcomes.map((outcome, index) => ({ ...outcome, index }))}
      rowKey={(row) => row.index}
      columns={[
        { heading: "Measure", rowHeader: true, cell: (row) => row.measure },
        { heading: "Unit", cell: (row) => row.unit ?? <NotRecorded /> },
        {
          heading: "Baseline",
          numeric: true,
          cell: (row) => (
            <>
              {value(row.baselineValue)}
              <SourceOfFigure stated={stated} of={{ figure: "baseline", item: row.measure }} />
            </>
          ),
        },
        {
          heading: "Target",
          numeric: true,
          cell: (row) => (
            <>
              {value(row.targetValue)}
              <SourceOfFigure stated={stated} of={{ figure: "target", item: row.measure }} />
            </>
          ),
        },
        {
          heading: "By when",
          cell: (row) => (row.targetOn === null ? <NotRecorded /> : <DateText date={row.targetOn} />),
        },
      ]}
    />
  );
}

/** What may go wrong, and what is done about it. */
export function RisksTable({ risks }: { risks: readonly Risk[] }) {
  return (
    <Table
      caption="Risks"
      captionHidden
      rows={risks.map((risk, index) => ({ ...risk, index }))}
      rowKey={(row) => row.index}
      columns={[
        { heading: "Risk", rowHeader: true, cell: (row) => row.risk },
        {
          heading: "How likely",
          cell: (row) => (row.likelihood ? RATINGS[row.likelihood] : <NotRecorded />),
        },
        { heading: "How bad", cell: (row) => (row.impact ? RATINGS[row.impact] : <NotRecorded />) },
        { heading: "What is done about it", cell: (row) => row.mitigation ?? <NotRecorded /> },
        { heading: "Owner", cell: (row) => row.owner ?? <NotRecorded /> },
      ]}
    />
  );
}
