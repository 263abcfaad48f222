import type { ReactNode } from "react";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotYetApportioned } from "#app/ui/layout/not-recorded.tsx";
import { Amount, decimalsFor } from "./amount.tsx";
import { type AmountBasis, STREAM_NAMES } from "./award.ts";
import { AwardLink, ProjectLink, RecordLink } from "./record-links.tsx";
import type { Line } from "./version.ts";

type AwardLinesTableProps = {
  caption: ReactNode;
  lines: readonly Line[];
  basis: AmountBasis;
  /** Projects that the reader may open; others are named without a link. */
  readableProjectIds: readonly number[];
  empty?: string;
};

/** The lines of a version, whatever is not yet apportioned shown as such, and their sum. */
export function AwardLinesTable(props: AwardLinesTableProps) {
  const { lines, basis, readableProjectIds } = props;
  const decimals = decimalsFor(lines.map((line) => line.amountPence));
  const withTrail = lines.some((line) => line.id !== undefined);
  const withNotes = lines.some((line) => line.label !== null || line.inside !== null);
  const columns: Column<Line>[] = [
    {
      heading: "Partnership",
      rowHeader: true,
      cell: ({ partnership }) =>
        partnership ? (
          <RecordLink to="partnerships" record={partnership} />
        ) : (
          <span className="app-unknown">Not yet apportioned</span>
        ),
    },
    {
      heading: "Financial year",
      cell: ({ financialYear }) => known(financialYear && formatFinancialYear(financialYear)),
    },
    {
      heading: "Project",
      cell: ({ project }) =>
        known(project && <ProjectLink project={project} readableIds={readableProjectIds} />),
    },
    {
      heading: "Priority area",
      cell: ({ priority }) => known(priority && <RecordLink to="priorities" record={priority} />),
    },
    { heading: "Theme", cell: ({ theme }) => known(theme?.name) },
    { heading: "Stream", cell: ({ stream }) => known(stream && STREAM_NAMES[stream]) },
    ...(withNotes ? [{ heading: "Note", cell: (line: Line) => <LineNote line={line} /> }] : []),
    {
      heading: "Amount",
      numeric: true,
      cell: (line) => <Amount pence={line.amountPence} basis={basis} decimals={decimals} />,
    },
    ...(withTrail ? [TRAIL] : []),
  ];
  const total = lines.some((line) => line.amountPence === null)
    ? null
    : sumPence(lines.map((line) => line.amountPence ?? 0));
  return (
    <Table
      caption={props.caption}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.position}
      empty={props.empty}
      footer={
        lines.length > 1
          ? [
              {
                total: true,
                cells: [
                  "Total",
                  ...columns.slice(withTrail ? 3 : 2).map(() => ""),
                  <Money key="total" pence={total} decimals={decimals} />,
                  ...(withTrail ? [""] : []),
                ],
              },
            ]
          : undefined
      }
    />
  );
}

/** The way to walk the money of one line from its round to what it changed. */
const TRAIL: Column<Line> = {
  heading: <span className="app-no-print">Trail</span>,
  cell: ({ id, amountPence, project }) =>
    id !== undefined && (
      <a className="govuk-link app-no-print" href={`/trail/line/${id}`}>
        Walk it
        <VisuallyHidden>
          {` from ${amountPence === null ? "the amount not recorded" : formatPounds(amountPence)} to ${project?.name ?? "no project"}`}
        </VisuallyHidden>
      </a>
    ),
};

function LineNote({ line }: { line: Line }) {
  return (
    <>
      {line.inside && (
        <>
          out of <AwardLink award={line.insideAward} />
        </>
      )}
      {line.inside && line.label && <br />}
      {line.label}
    </>
  );
}

/** A dimension that is not known says so. */
function known(value: ReactNode): ReactNode {
  return value ?? <NotYetApportioned />;
}
