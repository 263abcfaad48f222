import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { may, requirePermission } from "#app/platform/context.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { getFundingSecured } from "../funding-secured.queries.server.ts";
import { fundingSecuredHref, fundingSecuredSchema, queryOf } from "../funding-secured.schema.ts";
import { momentOf } from "../moment.server.ts";
import { PublishForm } from "./publish-form.tsx";
import { publishReport } from "./publish-report.server.ts";
import { publishSchema } from "./published.schema.ts";
import { PublishedBody } from "./published-body.tsx";

export const handle = { hydrate: true };
export const meta = titled("Publish a report");

export const loader = loaderFor("report.publish", async ({ context, url }) => {
  const asked = parseForm(fundingSecuredSchema, url.searchParams);
  if (!asked.ok) throw redirectTo(`/reports/funding-secured${url.search}`);
  // What stands beside what is secured is not of the ledger, and is not published with it.
  const address = { ...asked.data, columns: [] };
  const { partnership } = address;
  const reportHref = fundingSecuredHref(address);
  // A report of several partnerships is no single one's to publish.
  if (partnership === null) {
    const own = await listOwnPartnerships(context);
    const choices = own
      .filter(({ id }) => may(context.actor, "report.publish", [id]))
      .map(({ id, name }) => ({
        name,
        href: fundingSecuredHref({ ...address, partnership: id }, "/publish"),
      }));
    return { reportHref, choices, shown: null, asked: {} as Record<string, string> };
  }
  requirePermission(context, "report.publish", [partnership]);
  const query = queryOf(address);
  const moment = await momentOf(context, query);
  const report = await getFundingSecured(context, { ...query, ...moment });
  const defaults = {
    by: query.by,
    partnership: String(partnership),
    ...(query.asAt && { asAt: query.asAt }),
    ...(query.knownAt && { knownAt: query.knownAt }),
    position: String(moment.position),
  };
  return { reportHref, choices: [], shown: report, asked: defaults as Record<string, string> };
});

export const action = actionFor("report.publish", async ({ context, formData }) => {
  const form = parseForm(publishSchema, await formData());
  if (!form.ok) return invalid(form);
  const published = await publishReport(context, form.data);
  if (!published.ok) return invalid(refuse(form, published.errors));
  return redirectTo(`/published/${published.value.id}`, { message: "Report published" });
});

export default function Publish() {
  const { reportHref, choices, shown, asked } = useLoaderData<typeof loader>();
  const form = useFormPage({ schema: publishSchema, defaults: asked, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: reportHref }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption="Funding secured">Publish a report</PageHeading>
      {shown === null ? (
        <>
          <p className="govuk-body">Whose report is it?</p>
          <ul className="govuk-list govuk-list--spaced">
            {choices.map(({ name, href }) => (
              <li key={href}>
                <a className="govuk-link" href={href}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <PublishForm form={form} example="Funding secured in 2025 to 2026" shown={Object.keys(asked)} />
          <PublishedBody report={shown} />
        </>
      )}
    </PageLayout>
  );
}
