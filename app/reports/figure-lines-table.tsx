import type { ReactNode } from "react";
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
  const total = ["Total", figureWords(figure.figurePence, decimals), "", "", "", "", ""];
  return (
    <Table
      caption="Lines, in the order of the awards"
      captionHidden
      rows={figure.lines}
      rowKey={(line) => line.cursor}
      empty="No lines stand behind this figure."
      columns={[
        { heading: "Award", rowHeader: true, cell: (line) => <AwardCell line={line} /> },
        {
          heading: "Amount",
          numeric: true,
          cell: ({ amountPence, isApproximate }) => (
            <>
              <Money pence={amountPence} decimals={decimals} />
              {isApproximate && amountPence !== null && <Small>approximately</Small>}
            </>
          ),
        },
        { heading: "Partnership", cell: (line) => line.partnership ?? <NotYetApportioned /> },
        {
          heading: "Financial year and stream",
          cell: ({ financialYear, stream }) => (
            <Two
              main={financialYear === null ? null : formatFinancialYear(financialYear)}
              other={stream && STREAM_NAMES[stream]}
              otherIs="stream"
            />
          ),
        },
        { heading: "Project", cell: (line) => <ProjectCell line={line} /> },
        {
          heading: "Priority area and theme",
          cell: ({ priority, theme }) => <Two main={priority} other={theme} otherIs="theme" />,
        },
        { heading: "Fund and funder", cell: (line) => <FundCell line={line} /> },
      ]}
      footer={isWhole && figure.lines.length > 0 ? [{ cells: total, total: true }] : undefined}
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
      {label && <Small>{label}</Small>}
      {between && (
        <Small>
          {between.direction === "out of" ? "Out of" : "Passed on to"}{" "}
          {between.award ? (
            <a className="govuk-link" href={`/awards/${between.award.id}`}>
              {between.award.reference}
            </a>
          ) : (
            "an award of another partnership"
          )}
        </Small>
      )}
      {bid && (
        <Small>
          <a className="govuk-link" href={`/bids/${bid.id}`}>
            Bid {bid.reference}
          </a>
        </Small>
      )}
      {round && (
        <Small>
          <a className="govuk-link" href={`/rounds/${round.id}`}>
            {round.name}
          </a>
        </Small>
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
  return (
    <>
      {fund ?? <NotRecorded />}
      <Small>{funder ?? "funder not recorded"}</Small>
    </>
  );
}

/** A dimension of a line with another below it, each said to be not yet apportioned where it is not known. */
function Two(props: { main: string | null; other: string | null; otherIs: string }) {
  if (props.main === null && props.other === null) return <NotYetApportioned />;
  return (
    <>
      {props.main ?? <NotYetApportioned />}
      <Small>{props.other ?? `${props.otherIs} not yet apportioned`}</Small>
    </>
  );
}

/** Small print; lines of links keep the distance that fingers need. */
function Small({ children }: { children: ReactNode }) {
  return <p className="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0">{children}</p>;
}
