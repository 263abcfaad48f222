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
import { getFundingSecured } from "./funding-secured.queries.server.ts";
import {
  exportHref,
  type FundingSecuredAddress,
  fundingSecuredHref,
  fundingSecuredSchema,
  queryOf,
} from "./funding-secured.schema.ts";
import type { FundingSecuredReport } from "./funding-secured.ts";
import { chartOf } from "./funding-secured-chart.rules.ts";
import { FundingSecuredForm } from "./funding-secured-form.tsx";
import { FundingSecuredNotes, JointAwards } from "./funding-secured-notes.tsx";
import { FundingSecuredTable } from "./funding-secured-table.tsx";
import { momentWords, reachWords, titleOf } from "./funding-secured-words.rules.ts";

type Shown = { report: FundingSecuredReport; address: FundingSecuredAddress } | null;

export const meta = titled<typeof loader>(({ data }) =>
  data.shown ? titleOf(data.shown.report.figures) : "Error: Funding secured",
);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = parseForm(fundingSecuredSchema, url.searchParams);
  const { values } = form;
  const mayPublish = may(context.actor, "report.publish");
  if (!form.ok)
    return invalid({ partnerships, values, errors: form.errors, shown: null as Shown, mayPublish });
  const report = await getFundingSecured(context, queryOf(form.data));
  return {
    partnerships,
    values,
    errors: {},
    shown: { report, address: form.data } as Shown,
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
        {shown ? titleOf(shown.report.figures) : "Funding secured"}
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

function Results({ report, address, mayPublish }: NonNullable<Shown> & { mayPublish: boolean }) {
  const chart = chartOf(report);
  return (
    <>
      {chart && <BarChart {...chart} />}
      <FundingSecuredTable report={report} address={address} />
      <FundingSecuredNotes report={report} />
      <JointAwards report={report} address={address} />
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={fundingSecuredHref(address, ".csv")}>
          Download this table as CSV
        </a>
      </p>
      {mayPublish && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={fundingSecuredHref(address, "/publish")}>
            Publish this report
          </a>
        </p>
      )}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={exportHref("funding-secured", address)}>
          Export this table in other formats
        </a>{" "}
        or{" "}
        <a className="govuk-link" href={exportHref("lines", address)}>
          export the lines behind it
        </a>
        .
      </p>
    </>
  );
}
