import { useLoaderData } from "@remix-run/react";
import { listPayingLines } from "#app/awards/index.server.ts";
import { partnershipNames } from "#app/partnerships/index.server.ts";
import { SourceNote } from "#app/partnerships/index.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { loaderFor, numericId } from "#app/platform/page.server.ts";
import { projectNames } from "#app/projects/index.server.ts";
import { BarChart } from "#app/ui/charts/bar-chart.tsx";
import { ButtonGroup, LinkButton } from "#app/ui/govuk/button.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { measureChart } from "./chart.rules.ts";
import { costPerUnit } from "./cost-per-unit.rules.ts";
import { earlierReadings } from "./earlier-readings.queries.server.ts";
import type { MeasureRecord } from "./measure.ts";
import { MeasureSummary } from "./measure-summary.tsx";
import { isUnexplained } from "./measure-words.rules.ts";
import { getMeasure } from "./outcomes.queries.server.ts";
import { figuresOf } from "./parts.rules.ts";
import { ReadingsTable } from "./readings-table.tsx";

export const meta = titled<typeof loader>(({ data }) => data.measure.name);

export const loader = loaderFor("register.read", async ({ context, params }) => {
  const measure = await getMeasure(context, numericId(params.id));
  const partnerships = await partnershipNames(context);
  const { projectId, partnershipId } = measure;
  const projects = projectId === null ? null : await projectNames(context, [projectId]);
  return {
    measure,
    partnership: partnerships.get(partnershipId) ?? "",
    project: (projectId !== null && projects?.get(projectId)) || null,
    cost: await costOf(context, measure),
    earlier: await earlierReadings(
      context,
      [...(measure.baseline ? [measure.baseline] : []), ...measure.readings].map(({ id }) => id),
    ),
    mayWrite: may(context.actor, "outcome.write", [partnershipId]),
  };
});

/** Money of the project over what the measure counted, where somebody said what to beware of in it. */
async function costOf(context: Context, measure: MeasureRecord) {
  const { costCaveat, projectId, unit, latestEnds: ends } = measure;
  if (costCaveat === null || projectId === null) return null;
  const { latest } = figuresOf(measure);
  const counted = { unit, value: latest?.value ?? null, period: latest?.period ?? null, ends };
  return costPerUnit(await listPayingLines(context, { projectId }), counted);
}

export default function MeasurePage() {
  const { measure, partnership, project, cost, earlier, mayWrite } = useLoaderData<typeof loader>();
  const chart = measureChart(measure);
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Outcomes", href: "/outcomes" },
      ]}
    >
      <PageHeading caption={project ?? partnership}>{measure.name}</PageHeading>
      <MeasureSummary measure={measure} partnership={partnership} project={project} cost={cost} />
      <SourceNote source={measure.source} />
      {mayWrite && isUnexplained(measure) && (
        <InsetText>
          What was stated is not what was computed, and nothing says why.{" "}
          <a className="govuk-link" href={`/measures/${measure.id}/edit#differenceNote`}>
            Record why they differ
          </a>
        </InsetText>
      )}
      {mayWrite && (
        <ButtonGroup>
          {measure.baseline === null && (
            <LinkButton href={`/measures/${measure.id}/readings/new?kind=baseline`}>
              Record the baseline
            </LinkButton>
          )}
          <LinkButton href={`/measures/${measure.id}/readings/new`}>Record a reading</LinkButton>
          <LinkButton secondary href={`/measures/${measure.id}/edit`}>
            Change measure
          </LinkButton>
        </ButtonGroup>
      )}
      <p className="govuk-body">
        A change is what was counted. It may have other causes: say “contributed to”, not “caused by”.
      </p>
      {chart && <BarChart {...chart} />}
      <ReadingsTable measure={measure} earlier={earlier} mayWrite={mayWrite} />
      <p className="govuk-body govuk-!-margin-top-4">
        <a className="govuk-link" href={`/trail/measure/${measure.id}`}>
          From pound to outcome
        </a>
      </p>
    </PageLayout>
  );
}
