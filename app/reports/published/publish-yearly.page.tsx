import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { DocumentBody } from "../document/document-body.tsx";
import { yearlyHref, yearlyQueryOf, yearlySchema } from "../yearly/yearly.schema.ts";
import { PublishForm } from "./publish-form.tsx";
import { publishYearly, yearlyToPublish } from "./publish-yearly.server.ts";
import { publishYearlySchema } from "./published.schema.ts";

export const handle = { hydrate: true };
export const meta = titled("Publish a yearly report");

export const loader = loaderFor("report.publish", async ({ context, url }) => {
  const form = parseForm(yearlySchema, url.searchParams);
  const query = form.ok ? yearlyQueryOf(form.data, context.today) : null;
  if (!form.ok || query === null) throw redirectTo(`/reports/yearly${url.search}`);
  const { partnershipId, year, asAt, knownAt } = query;
  requirePermission(context, "report.publish", [partnershipId]);
  const { report, document, shown } = await yearlyToPublish(context, query);
  const asked: Record<string, string> = {
    partnership: String(partnershipId),
    year: String(year),
    ...(asAt && { asAt }),
    ...(knownAt && { knownAt }),
    position: String(report.changes.to.position),
    shown,
  };
  return { document, asked, reportHref: yearlyHref({ ...form.data, year }) };
});

export const action = actionFor("report.publish", async ({ context, formData, platform }) => {
  const form = parseForm(publishYearlySchema, await formData());
  if (!form.ok) return invalid(form);
  const published = await publishYearly(context, form.data, platform.environment.organisationName);
  if (!published.ok) return invalid(refuse(form, published.errors));
  return redirectTo(`/published/${published.value.id}`, { message: "Report published" });
});

export default function PublishYearly() {
  const { document, asked, reportHref } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: publishYearlySchema, defaults: asked, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: reportHref }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={`${document.title}: ${document.of}`}>Publish a yearly report</PageHeading>
      <PublishForm form={form} example={document.title} shown={Object.keys(asked)} />
      <DocumentBody document={document} />
    </PageLayout>
  );
}
