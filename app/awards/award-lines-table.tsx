import type { ReactNode } from "react";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds, sumPence } from "#app/core/money.ts";
import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
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
  const withNotes = lines.some((line) => line.label !== null || line.inside !== null);
  const columns: Column<Line>[] = [
    {
      heading: "Partnership",
      rowHeader: true,
      cell: ({ partnership }) => known(partnership && <RecordLink to="partnerships" record={partnership} />),
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
  ];
  const total = lines.some((line) => line.amountPence === null) ? null : sumPence(amountsOf(lines));
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
                  ...columns.slice(2).map(() => ""),
                  <Money key="total" pence={total} decimals={decimals} />,
                ],
              },
            ]
          : undefined
      }
    />
  );
}

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

/** "Apportioned £6,000 of £10,000 in full" is for the page; a dimension without a value says so in its cell. */
function known(value: ReactNode): ReactNode {
  return value ?? <span className="app-unknown">not yet apportioned</span>;
}

function amountsOf(lines: readonly Line[]): number[] {
  return lines.map((line) => line.amountPence ?? 0);
}

/** "Lines £6,000 + not yet apportioned £4,000 = award £10,000". */
export function proofOfLines(lines: readonly Line[], awardPence: number | null): string | null {
  if (awardPence === null) return null;
  const isRest = (line: Line) =>
    line.financialYear === null &&
    line.project === null &&
    line.priority === null &&
    line.theme === null &&
    line.stream === null;
  const rest = sumPence(amountsOf(lines.filter(isRest)));
  const inLines = sumPence(amountsOf(lines)) - rest;
  const decimals = decimalsFor([inLines, rest, awardPence]);
  const [a, b, c] = [inLines, rest, awardPence].map((pence) => formatPounds(pence, decimals));
  return `In lines ${a} + not yet apportioned ${b} = award ${c}`;
}
