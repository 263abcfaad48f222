import { type Column, Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { Amount, decimalsFor } from "./amount.tsx";
import type { AmountBasis, Award } from "./award.ts";
import { AwardLink, ProjectLink, RecordLink } from "./record-links.tsx";
import type { TrailStep } from "./trail.rules.ts";
import type { PassedOn } from "./version.ts";

/** A measure of a project and its change in words. */
export type TrailMeasure = { id: number; name: string; change: string };

type PoundToOutcomeProps = {
  award: Pick<Award, "id" | "bid" | "round">;
  steps: readonly TrailStep[];
  /** What is paid out as other awards, where the way of that money goes on. */
  passedOn: readonly PassedOn[];
  basis: AmountBasis;
  /** The measures of each project that the reader may open, by the project's id. */
  measures: Readonly<Record<number, readonly TrailMeasure[]>>;
};

type Way = (TrailStep & { inner: null }) | { inner: PassedOn; pence: number | null };

/** The way of the money: round, bid, award, its projects, their priority areas and what they changed. */
export function PoundToOutcome({ award, steps, passedOn, basis, measures }: PoundToOutcomeProps) {
  const ways: Way[] = [
    ...steps.map((step) => ({ ...step, inner: null })),
    ...passedOn.map((inner) => ({ inner, pence: inner.pence })),
  ];
  const decimals = decimalsFor(ways.map((way) => way.pence));
  const readableIds = Object.keys(measures).map(Number);
  const columns: Column<Way>[] = [
    {
      heading: "Project",
      rowHeader: true,
      cell: (way) => <WayName way={way} readableIds={readableIds} />,
    },
    {
      heading: "Amount",
      numeric: true,
      cell: (way) => <Amount pence={way.pence} basis={basis} decimals={decimals} />,
    },
    {
      heading: "Priority areas",
      cell: (way) => (way.inner ? <InThatAward inner={way.inner} /> : <Priorities step={way} />),
    },
    {
      heading: "Outcomes",
      cell: (way) =>
        way.inner ? <InThatAward inner={way.inner} /> : <Outcomes step={way} measures={measures} />,
    },
  ];
  return (
    <>
      <h2 className="govuk-heading-m" id="outcomes">
        From pound to outcome
      </h2>
      <p className="govuk-body">
        Round: {award.round ? <RecordLink to="rounds" record={award.round} /> : <NotRecorded />}
        <br />
        Bid:{" "}
        {award.bid ? (
          <RecordLink to="bids" record={{ id: award.bid.id, name: award.bid.reference }} />
        ) : (
          <NotRecorded />
        )}
        <br />
        <a className="govuk-link" href={`/trail/award/${award.id}`}>
          The whole trail as a drawing
        </a>
      </p>
      <Table
        caption="What the money pays for, and what that changed"
        captionSize="s"
        columns={columns}
        rows={ways}
        rowKey={(way) => (way.inner ? `award-${way.inner.awardId}` : (way.project?.id ?? "none"))}
        empty="No line counts today, so the way ends here."
      />
    </>
  );
}

function WayName({ way, readableIds }: { way: Way; readableIds: readonly number[] }) {
  if (way.inner)
    return (
      <>
        Paid out as <AwardLink award={way.inner.award} withTitle />
      </>
    );
  if (way.project) return <ProjectLink project={way.project} readableIds={readableIds} />;
  return <span className="app-unknown">No project yet</span>;
}

/** Money that is another award goes on there. */
function InThatAward({ inner: { award } }: { inner: PassedOn }) {
  if (award === null) return <span className="app-unknown">read by its partnership</span>;
  return (
    <a className="govuk-link" href={`/awards/${award.id}#outcomes`}>
      on its page<VisuallyHidden>: {award.reference}</VisuallyHidden>
    </a>
  );
}

function Priorities({ step }: { step: TrailStep }) {
  if (step.priorities.length === 0) return <span className="app-unknown">no priority area yet</span>;
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {step.priorities.map((priority) => (
        <li key={priority.id}>
          <RecordLink to="priorities" record={priority} />
        </li>
      ))}
    </ul>
  );
}

function Outcomes({
  step: { project },
  measures,
}: Pick<PoundToOutcomeProps, "measures"> & { step: TrailStep }) {
  if (project === null) return <span className="app-unknown">no project yet</span>;
  const own = measures[project.id];
  if (own === undefined) return <span className="app-unknown">read by its partnership</span>;
  if (own.length === 0) return <span className="app-unknown">no measure yet</span>;
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {own.map((measure) => (
        <li key={measure.id}>
          <a className="govuk-link" href={`/measures/${measure.id}`}>
            {measure.name}
          </a>
          : {measure.change}
        </li>
      ))}
    </ul>
  );
}
