import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { invalid, loaderFor } from "#app/platform/page.server.ts";
import { errorList } from "#app/ui/forms/error-list.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { filtersIn, readAsked } from "./asked-export.server.ts";
import { getDataset } from "./datasets.server.ts";
import type { ExportSummary } from "./export.ts";
import { DownloadForm, MomentForm } from "./export-forms.tsx";
import { ExportSummaryList } from "./export-summary.tsx";
import { summaryOf } from "./summary.server.ts";

export const meta = titled<typeof loader>(({ data }) =>
  data.summary
    ? `${data.summary.refusal?.askAgainAt ? "Error: " : ""}Export: ${data.summary.title}`
    : "Error: Export",
);

export const loader = loaderFor("signed-in", async ({ context, params, url, platform }) => {
  const dataset = getDataset(params.dataset);
  dataset.requireAccess(context);
  const filters = filtersIn(url.searchParams);
  const asked = readAsked(url.searchParams, platform.environment, context.today);
  const { values } = asked;
  const shown = { name: dataset.name, filters, values };
  if (!asked.ok) return invalid({ ...shown, errors: asked.errors, summary: null as ExportSummary | null });
  const summary = await summaryOf(context, dataset, asked.data);
  return json({ ...shown, errors: {}, summary }, { status: summary.refusal?.askAgainAt ? 422 : 200 });
});

export default function ExportPage() {
  const { name, filters, values, errors, summary } = useLoaderData<typeof loader>();
  const askAgainAt = summary?.refusal?.askAgainAt;
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Exports", href: "/exports" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading caption="Export">{summary?.title ?? "Choose another date"}</PageHeading>
      {summary && !askAgainAt && <ExportSummaryList summary={summary} />}
      {name === "360giving" && (
        <p className="govuk-body">
          <a className="govuk-link" href="/exports/360giving/preview">
            See what will be made public
          </a>
        </p>
      )}
      {(summary === null || summary.takesDay) && (
        <MomentForm filters={filters} values={values} errors={errors} moment={summary?.moment ?? null} />
      )}
      {summary?.refusal && <WarningText>{summary.refusal.text}</WarningText>}
      {askAgainAt && (
        <p className="govuk-body">
          <a className="govuk-link" href={askAgainAt}>
            {summary?.refusal?.askAgainText ?? "Choose the dates again"}
          </a>
        </p>
      )}
      {summary?.refusal === null && (
        <DownloadForm name={name} filters={filters} values={values} formats={summary.formats} />
      )}
    </PageLayout>
  );
}
