import type { ReactNode } from "react";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { ComputedChange } from "./computed-change.tsx";
import type { Measure } from "./measure.ts";
import { MeasuredValue } from "./measured-value.tsx";
import { figuresOf } from "./parts.rules.ts";
import { StatedChange } from "./stated-change.tsx";
import { Target } from "./target.tsx";

const COLUMNS: Column<Measure>[] = [
  {
    heading: "Measure",
    rowHeader: true,
    cell: (measure) => (
      <a className="govuk-link" href={`/measures/${measure.id}`}>
        {measure.name}
      </a>
    ),
  },
  { heading: "Unit", cell: (measure) => measure.unit },
  {
    heading: "Baseline",
    cell: (measure) => <MeasuredValue measured={figuresOf(measure).baseline} />,
  },
  {
    heading: "Latest reading",
    cell: (measure) => <MeasuredValue measured={figuresOf(measure).latest} />,
  },
  { heading: "Computed change", cell: (measure) => <ComputedChange change={measure.change} /> },
  { heading: "Target", cell: (measure) => <Target target={measure.target} /> },
  { heading: "Stated change", cell: (measure) => <StatedChange measure={measure} /> },
];

type MeasuresTableProps = {
  caption: ReactNode;
  measures: readonly Measure[];
  /** What stands in place of the table where there are none. */
  empty?: string;
};

/** Measures with their change as the counts give it, beside the change as its author stated it. */
export function MeasuresTable({ caption, measures, empty }: MeasuresTableProps) {
  return (
    <Table
      caption={caption}
      columns={COLUMNS}
      rows={measures}
      rowKey={(measure) => measure.id}
      empty={empty}
    />
  );
}

/** What a document states and what its own figures give, where the two are not the same. */
export function DifferencesTable({ measures }: { measures: readonly Measure[] }) {
  return (
    <MeasuresTable caption="Figures of this document that do not agree, as computed" measures={measures} />
  );
}
