import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { may, requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { ALL_REPORTS_TO_PUBLISH } from "#app/standing/index.server.ts";
import { parseForm, refuse } from "#app/ui/forms/parse-form.ts";
import { useFormPage, useFormResult } from "#app/ui/forms/use-form-page.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { PublishForm } from "./publish-form.tsx";
import { publishReport, shownOf } from "./publish-report.server.ts";
import { publishSchema } from "./published.schema.ts";
import { KeptBody } from "./published-content.tsx";

export const handle = { hydrate: true };
export const meta = titled("Publish a report");

/** Reports that are not published, and what there is in their place. */
const NOT_PUBLISHED: Record<string, { name: string; at: string; why: string }> = {
  changes: {
    name: "What changed between two reports",
    at: "/reports/changes",
    why: "A comparison is not published: it is of two reports, and says what lies between them on the day on which it is read. Publish each of the two. A published report shows beside it what has changed since, and two published ones are compared as they were. The table and the changes can be exported.",
  },
};

/** A report that is to be published, as it would be kept. */
type Shown = { title: string; html: string; asked: Record<string, string> } | null;

function reportNamed(name: string | undefined) {
  const report = Object.hasOwn(ALL_REPORTS_TO_PUBLISH, name ?? "")
    ? ALL_REPORTS_TO_PUBLISH[name ?? ""]
    : undefined;
  if (!report) throw new NotFoundError("No such report can be published");
  return report;
}

export const loader = loaderFor("report.publish", async ({ context, params, url }) => {
  const named = params.report ?? "";
  const other = Object.hasOwn(NOT_PUBLISHED, named) ? NOT_PUBLISHED[named] : undefined;
  if (other !== undefined) {
    const { name, at, why } = other;
    return { name, reportHref: `${at}${url.search}`, why, choices: [], shown: null as Shown };
  }
  const report = reportNamed(params.report);
  const page = { name: report.name, reportHref: `${report.at}${url.search}`, why: null };
  const made = await report.make(context, url.searchParams, null);
  if (made !== null) {
    requirePermission(context, "report.publish", [made.partnershipId]);
    const { html, shown } = shownOf(made);
    const asked = {
      asked: momentIn(url.searchParams, made.moment),
      position: String(made.moment.position),
      shown,
    };
    return { ...page, choices: [], shown: { title: made.title, html, asked } as Shown };
  }
  // What cannot be read for another reason is explained on the page of the report.
  if (url.searchParams.get("partnership")) throw redirectTo(page.reportHref);
  // A report of several partnerships is no single one's to publish.
  const own = await listOwnPartnerships(context);
  const choices = own
    .filter(({ id }) => may(context.actor, "report.publish", [id]))
    .map(({ id, name }) => {
      const address = new URLSearchParams(url.searchParams);
      address.set("partnership", String(id));
      return { name, href: `${url.pathname}?${address}` };
    });
  return { ...page, choices, shown: null as Shown };
});

/** What was asked for with the days as at and known on which it was shown, so that midnight does not change them. */
function momentIn(asked: URLSearchParams, { asAt, knownAt }: { asAt: string; knownAt: string }): string {
  const address = new URLSearchParams(asked);
  for (const name of [...address.keys()]) if (/^(as-at|known-at|position)/.test(name)) address.delete(name);
  address.set("as-at", asAt);
  address.set("known-at", knownAt);
  return String(address);
}

export const action = actionFor("report.publish", async ({ context, params, formData, platform }) => {
  const report = reportNamed(params.report);
  const form = parseForm(publishSchema, await formData());
  if (!form.ok) return invalid(form);
  const published = await publishReport(context, report, form.data, platform.environment.organisationName);
  if (!published.ok) return invalid(refuse(form, published.errors));
  return redirectTo(`/published/${published.value.id}`, { message: "Report published" });
});

export default function Publish() {
  const { name, reportHref, why, choices, shown } = useLoaderData<typeof loader>();
  const asked = shown?.asked ?? {};
  const form = useFormPage({ schema: publishSchema, defaults: asked, result: useFormResult() });
  return (
    <PageLayout backLink={{ href: reportHref }}>
      <ErrorSummary errors={form.errors} />
      <PageHeading caption={shown?.title ?? name}>Publish a report</PageHeading>
      {why !== null ? (
        <p className="govuk-body">{why}</p>
      ) : shown === null ? (
        <>
          <p className="govuk-body">
            A report is published for one partnership. Its people read it, its managers and finance officers
            stand for its figures, and what changes afterwards is shown beside it: one of several partnerships
            would show the people of each the money of the others. What is joint is named in the report of
            each.
          </p>
          <p className="govuk-body">Whose report is it?</p>
          <ul className="govuk-list govuk-list--spaced">
            {choices.map((choice) => (
              <li key={choice.href}>
                <a className="govuk-link" href={choice.href}>
                  {choice.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <PublishForm form={form} example={shown.title} shown={Object.keys(asked)} />
          <KeptBody html={shown.html} />
        </>
      )}
    </PageLayout>
  );
}
