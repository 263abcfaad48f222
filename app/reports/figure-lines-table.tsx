import { STREAM_NAMES } from "#app/awards/index.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded, NotYetApportioned } from "#app/ui/layout/not-recorded.tsx";
import type { FigureLine, FigureLines } from "./figure-lines.ts";
import { figureWords } from "./figure-lines-words.rules.ts";
import { decimalsOf } from "./funding-secured-table.rules.ts";

/** The lines behind a figure, each with the way to its award, bid and round; their sum stands under them. */
export function FigureLinesTable({ figure, isWhole }: { figure: FigureLines; isWhole: boolean }) {
  const decimals = decimalsOf([
    figure.figurePence ?? 0,
    ...figure.lines.map((line) => line.amountPence ?? 0),
  ]);
  const known = (text: string | null) => text ?? <NotYetApportioned />;
  return (
    <Table
      caption="Lines, in the order of the awards"
      captionHidden
      rows={figure.lines}
      rowKey={(line) => line.cursor}
      empty="No lines stand behind this figure."
      columns={[
        { heading: "Award", rowHeader: true, cell: (line) => <AwardCell line={line} /> },
        { heading: "Partnership", cell: (line) => known(line.partnership) },
        {
          heading: "Financial year",
          cell: (line) => known(line.financialYear === null ? null : formatFinancialYear(line.financialYear)),
        },
        { heading: "Project", cell: (line) => <ProjectCell line={line} /> },
        { heading: "Priority area", cell: (line) => known(line.priority) },
        { heading: "Theme", cell: (line) => known(line.theme) },
        { heading: "Stream", cell: (line) => known(line.stream && STREAM_NAMES[line.stream]) },
        { heading: "Fund", cell: (line) => <FundCell line={line} /> },
        {
          heading: "Amount",
          numeric: true,
          cell: (line) => (
            <Money
              pence={line.amountPence}
              basis={line.isApproximate ? "approximate" : "exact"}
              decimals={decimals}
            />
          ),
        },
      ]}
      footer={
        isWhole && figure.lines.length > 0
          ? [
              {
                cells: ["Total", ...Array(7).fill(""), figureWords(figure.figurePence, decimals)],
                total: true,
              },
            ]
          : undefined
      }
    />
  );
}

function AwardCell({ line }: { line: FigureLine }) {
  const { award, bid, round, between, label } = line;
  return (
    <>
      <a className="govuk-link" href={`/awards/${award.id}`}>
        {award.reference}: {award.title}
      </a>
      {label && <span className="govuk-hint govuk-!-margin-bottom-0">{label}</span>}
      {between && (
        <span className="govuk-hint govuk-!-margin-bottom-0">
          {between.direction === "out of" ? "Out of" : "Passed on to"}{" "}
          {between.award ? (
            <a className="govuk-link" href={`/awards/${between.award.id}`}>
              {between.award.reference}
            </a>
          ) : (
            "an award of another partnership"
          )}
        </span>
      )}
      {(bid || round) && (
        <span className="govuk-hint govuk-!-margin-bottom-0">
          {bid && (
            <a className="govuk-link" href={`/bids/${bid.id}`}>
              Bid {bid.reference}
            </a>
          )}
          {bid && round && ", "}
          {round && (
            <a className="govuk-link" href={`/rounds/${round.id}`}>
              {round.name}
            </a>
          )}
        </span>
      )}
    </>
  );
}

function ProjectCell({ line: { project } }: { line: FigureLine }) {
  if (project === null) return <NotYetApportioned />;
  if (project.id === null) return project.name;
  return (
    <a className="govuk-link" href={`/projects/${project.id}`}>
      {project.name}
    </a>
  );
}

function FundCell({ line: { fund, funder } }: { line: FigureLine }) {
  if (fund === null && funder === null) return <NotRecorded />;
  return <>{[fund, funder].filter((name) => name !== null).join(", ")}</>;
}
