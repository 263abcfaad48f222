import { Fragment } from "react";
import { formatDate } from "#app/core/calendar-date.ts";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { ComputedChange } from "./computed-change.tsx";
import { formatValue } from "./exact-number.rules.ts";
import type { Measure } from "./measure.ts";
import type { PartsCheck } from "./parts.rules.ts";
import { StatedChange } from "./stated-change.tsx";
import { Target } from "./target.tsx";

const BETTER = { up: "Up: more is better", down: "Down: less is better" };

type MeasureSummaryProps = {
  measure: Measure;
  partnership: string;
  project: string | null;
  /** In words; null where a cost per unit means nothing. */
  cost: string | null;
};

/** What a measure says: the computed change and the stated one side by side, with what to beware of. */
export function MeasureSummary({ measure, partnership, project, cost }: MeasureSummaryProps) {
  const { change } = measure;
  return (
    <SummaryList
      rows={[
        {
          key: "Partnership",
          value: <Link href={`/partnerships/${measure.partnershipId}`} text={partnership} />,
        },
        project !== null && {
          key: "Project",
          value: <Link href={`/projects/${measure.projectId}`} text={project} />,
        },
        { key: "Computed change", value: <ComputedChange change={change} /> },
        { key: "Stated change", value: <StatedChange measure={measure} /> },
        change.notes.length > 0 && { key: "How it was computed", value: <Sentences texts={change.notes} /> },
        measure.caveat !== null && { key: "Caveat", value: measure.caveat },
        measure.targetValue !== null && {
          key: "Target",
          value: (
            <>
              {targetText(measure.targetValue, measure.targetBy)} <Target target={measure.target} />
            </>
          ),
        },
        measure.parts !== null && { key: "Its parts", value: <Parts parts={measure.parts} /> },
        cost !== null && {
          key: "Cost per unit",
          value: <Sentences texts={[cost, measure.costCaveat ?? ""]} />,
        },
        { key: "Unit", value: measure.unit },
        {
          key: "Which way is good",
          value: measure.better === null ? "Neither, or not stated" : BETTER[measure.better],
        },
        measure.measureSource !== null && { key: "Figures from", value: measure.measureSource },
        measure.area !== null && { key: "Area", value: measure.area },
      ]}
    />
  );
}

/** "150 by March 2021". */
function targetText(value: number, by: string | null): string {
  return by === null ? formatValue(value) : `${formatValue(value)} by ${formatDate(by)}`;
}

function Parts({ parts }: { parts: PartsCheck }) {
  return (
    <>
      {parts.text}:{" "}
      {parts.parts.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 && "; "}
          <Link href={`/measures/${id}`} text={name} />
        </Fragment>
      ))}
    </>
  );
}

function Link({ href, text }: { href: string; text: string }) {
  return (
    <a className="govuk-link" href={href}>
      {text}
    </a>
  );
}

function Sentences({ texts }: { texts: readonly string[] }) {
  return (
    <>
      {texts.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
    </>
  );
}
