import { useLoaderData } from "@remix-run/react";
import type { FieldErrors } from "#app/core/result.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { invalid, loaderFor } from "#app/platform/page.server.ts";
import { getPipeline } from "#app/reports/index.server.ts";
import {
  expectedWords,
  forecastWords,
  knownByToday,
  MomentFields,
  PartnershipField,
  type PipelineAddress,
  pipelineAsked,
  pipelineHref,
  pipelineSchema,
  SUCCESS_NOT_OF_ENTRY,
  successCaption,
} from "#app/reports/index.ts";
import { errorList } from "#app/ui/forms/error-list.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { LIVE_STAGES, type LiveStage } from "../content/live.ts";
import {
  addSums,
  forecastOf,
  groupSums,
  NOTHING,
  type PipelineSum,
  type StageSum,
  sumsByStage,
  yearSums,
} from "./expected.rules.ts";
import { MonthsChart } from "./months-chart.tsx";
import { MonthsTable, StagesTable, YearsTable } from "./pipeline-tables.tsx";
import { besideWords, PIPELINE_THEN } from "./pipeline-words.ts";

export const meta = titled<typeof loader>(({ data }) => (data.shown ? "Pipeline" : "Error: Pipeline"));

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = knownByToday(parseForm(pipelineSchema, url.searchParams), context.today);
  const page = { partnerships, values: form.values };
  if (!form.ok) return invalid({ ...page, errors: form.errors, shown: null as Shown });
  const { sums, yearlyBids, expected, ...of } = await getPipeline(context, pipelineAsked(form.data));
  const total = addSums(sums);
  const shown = {
    address: form.data,
    isToday: of.asAt >= context.today && of.knownAt >= context.today,
    caption: successCaption(of),
    words: [forecastWords({ forecast: forecastOf(total) }), expectedWords({ expected })],
    total,
    stages: stagesOf(sums),
    months: groupSums(sums.map(({ month, ...sum }) => ({ key: month, ...sum }))),
    years: yearSums(total, yearlyBids),
  };
  return { ...page, errors: {} as FieldErrors, shown: shown as Shown };
});

type Month = PipelineSum & { key: string | null };

type Shown = {
  address: PipelineAddress;
  /** Nothing of it stands otherwise today. */
  isToday: boolean;
  caption: string;
  words: string[];
  total: PipelineSum;
  stages: (PipelineSum & { stage: LiveStage })[];
  months: Month[];
  years: ReturnType<typeof yearSums>;
} | null;

/** Every stage, with what stands there. */
function stagesOf(sums: readonly StageSum[]) {
  const stages = sumsByStage(sums);
  return LIVE_STAGES.map((stage) => ({
    stage,
    ...(stages.find(({ key }) => key === stage) ?? NOTHING),
  }));
}

export default function Pipeline() {
  const { partnerships, values, errors, shown } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading>Pipeline</PageHeading>
      {shown && <p className="govuk-body">{shown.caption}</p>}
      <Filters>
        <PartnershipField partnerships={partnerships} values={values} errors={errors} />
        <MomentFields
          values={values}
          errors={errors}
          address={shown?.address ?? null}
          notOfEntry={SUCCESS_NOT_OF_ENTRY}
        />
        <Button secondary>Show the report</Button>
      </Filters>
      {shown && <PipelineResults shown={shown} />}
    </PageLayout>
  );
}

function PipelineResults({ shown }: { shown: NonNullable<Shown> }) {
  const { address, isToday, words, total, stages, months, years } = shown;
  return (
    <>
      {words.map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      <p className="govuk-body">
        Bids that are not decided, of the partnerships whose records you can read. A joint bid counts once. An
        umbrella record counts only for what is not itemised: its bids count themselves. Expected is what
        counts of the amount requested times the likelihood that the manager of the lead has set, to the
        nearest penny for each bid. {besideWords(total)} {isToday ? "" : PIPELINE_THEN}
      </p>
      <StagesTable stages={stages} total={total} opens={isToday} partnership={address.partnership} />
      <MonthsChart months={months} />
      <MonthsTable months={months} total={total} />
      <YearsTable years={years} total={total} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={pipelineHref(address, "/exports/pipeline")}>
          Export the bids of the pipeline
        </a>
      </p>
    </>
  );
}
