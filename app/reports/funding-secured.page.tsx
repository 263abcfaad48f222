import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { invalid, loaderFor } from "#app/platform/page.server.ts";
import { BarChart } from "#app/ui/charts/bar-chart.tsx";
import { errorList } from "#app/ui/forms/error-list.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Kept } from "#app/ui/layout/kept.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getCrossedToShow } from "./crossed/crossed.queries.server.ts";
import { type CrossedReport, MOST_ON_A_PAGE } from "./crossed/crossed.ts";
import { CrossedResults } from "./crossed/crossed-results.tsx";
import { crossedTitle } from "./crossed/crossed-words.rules.ts";
import { getFundingSecured } from "./funding-secured.queries.server.ts";
import {
  crossedQueryOf,
  type FundingSecuredAddress,
  fundingSecuredSchema,
  queryOf,
} from "./funding-secured.schema.ts";
import type { FundingSecuredReport } from "./funding-secured.ts";
import { chartOf } from "./funding-secured-chart.rules.ts";
import { FundingSecuredForm } from "./funding-secured-form.tsx";
import { FundingSecuredNotes, JointAwards } from "./funding-secured-notes.tsx";
import { FundingSecuredTable } from "./funding-secured-table.tsx";
import { momentWords, reachWords, titleOf } from "./funding-secured-words.rules.ts";
import { knownByToday } from "./known-by-today.rules.ts";
import { PublishLink, ReportFiles } from "./report-files.tsx";

type Shown = {
  report: FundingSecuredReport;
  /** The same with a second grouping as columns, where that is asked for. */
  crossed: CrossedReport | null;
  title: string;
  address: FundingSecuredAddress;
} | null;

export const meta = titled<typeof loader>(({ data }) => data.shown?.title ?? "Error: Funding secured");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = knownByToday(parseForm(fundingSecuredSchema, url.searchParams), context.today);
  const { values } = form;
  const mayPublish = may(context.actor, "report.publish");
  if (!form.ok)
    return invalid({ partnerships, values, errors: form.errors, shown: null as Shown, mayPublish });
  const asked = crossedQueryOf(form.data);
  const crossed = asked && (await getCrossedToShow(context, asked, MOST_ON_A_PAGE));
  if (crossed?.ok === false)
    return invalid({ partnerships, values, errors: crossed.errors, shown: null as Shown, mayPublish });
  const report = crossed?.value.report ?? (await getFundingSecured(context, queryOf(form.data)));
  const title = crossed ? crossedTitle(crossed.value) : titleOf(report.figures);
  return {
    partnerships,
    values,
    errors: {},
    shown: { report, crossed: crossed?.value ?? null, title, address: form.data } as Shown,
    mayPublish,
  };
});

export default function FundingSecuredPage() {
  const { partnerships, values, errors, shown, mayPublish } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading caption={shown ? reachWords(shown.report.partnerships) : undefined}>
        {shown?.title ?? "Funding secured"}
      </PageHeading>
      {shown && <p className="govuk-body">{momentWords(shown.report.figures)}</p>}
      <FundingSecuredForm
        partnerships={partnerships}
        values={values}
        errors={errors}
        address={shown?.address ?? null}
      />
      {shown && <Kept part={Results} properties={{ ...shown, mayPublish }} />}
    </PageLayout>
  );
}

function Results({ report, crossed, address, mayPublish }: NonNullable<Shown> & { mayPublish: boolean }) {
  if (crossed) return <CrossedResults crossed={crossed} address={address} mayPublish={mayPublish} />;
  const chart = chartOf(report);
  return (
    <>
      {chart && <BarChart {...chart} />}
      <FundingSecuredTable report={report} address={address} />
      <FundingSecuredNotes report={report} />
      <JointAwards report={report} address={address} />
      <PublishLink address={address} mayPublish={mayPublish} />
      <ReportFiles address={address} />
    </>
  );
}
