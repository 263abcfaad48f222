import { useLoaderData } from "@remix-run/react";
import { loaderFor } from "#app/platform/page.server.ts";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { LIVE_STAGES } from "../content/live.ts";
import { addSums, groupSums, NOTHING, yearSums } from "./expected.rules.ts";
import { MonthsChart } from "./months-chart.tsx";
import { listYearlyBids, sumPipeline } from "./pipeline.queries.server.ts";
import { MonthsTable, StagesTable, YearsTable } from "./pipeline-tables.tsx";
import { besideWords } from "./pipeline-words.ts";

export const meta = titled("Pipeline");

export const loader = loaderFor("register.read", async ({ context }) => {
  const sums = await sumPipeline(context);
  const total = addSums(sums);
  const stages = groupSums(sums.map(({ stage, ...sum }) => ({ key: stage, ...sum })));
  return {
    total,
    stages: LIVE_STAGES.map((stage) => ({
      stage,
      ...(stages.find(({ key }) => key === stage) ?? NOTHING),
    })),
    months: groupSums(sums.map(({ month, ...sum }) => ({ key: month, ...sum }))),
    years: yearSums(total, await listYearlyBids(context)),
  };
});

export default function Pipeline() {
  const { total, stages, months, years } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <PageHeading>Pipeline</PageHeading>
      <p className="govuk-body">
        Bids that are not yet decided, of the partnerships whose records you can read. A joint bid counts
        once. An umbrella record counts only for what is not itemised: its bids count themselves. Expected is
        what counts of the amount requested times the likelihood that the manager of the lead has set, to the
        nearest penny for each bid. {besideWords(total)}
      </p>
      <StagesTable stages={stages} total={total} />
      <MonthsChart months={months} />
      <MonthsTable months={months} total={total} />
      <YearsTable years={years} total={total} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href="/exports/pipeline">
          Export the bids of the pipeline
        </a>
      </p>
    </PageLayout>
  );
}
