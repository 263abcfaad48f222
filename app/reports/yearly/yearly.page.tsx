import { useLoaderData } from "@remix-run/react";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { invalid, loaderFor } from "#app/platform/page.server.ts";
import { errorList } from "#app/ui/forms/error-list.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Kept } from "#app/ui/layout/kept.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { errorWords, titled } from "#app/ui/layout/page-title.ts";
import type { ReportDocument } from "../document/document.ts";
import { DocumentBody } from "../document/document-body.tsx";
import { knownByToday } from "../known-by-today.rules.ts";
import { WHO_PUBLISHES } from "../report-files.tsx";
import { getYearly } from "./yearly.queries.server.ts";
import {
  lastWholeYear,
  type YearlyAddress,
  yearlyHref,
  yearlyQueryOf,
  yearlySchema,
} from "./yearly.schema.ts";
import { yearlyDocument } from "./yearly-document.rules.ts";
import { YearlyForm } from "./yearly-form.tsx";

type Shown = { document: ReportDocument; address: YearlyAddress; mayPublish: boolean } | null;

export const meta = titled<typeof loader>(({ data }) =>
  data.shown
    ? `${data.shown.document.title}: ${data.shown.document.of}`
    : `${errorWords(data.errors)}Yearly report`,
);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = knownByToday(parseForm(yearlySchema, url.searchParams), context.today);
  const page = { partnerships, today: context.today, values: form.values };
  if (!form.ok) return invalid({ ...page, errors: form.errors, shown: null as Shown });
  // Who has one partnership only is not asked whose report it is.
  const only = own.length === 1 ? own[0]?.id : undefined;
  const address: YearlyAddress = {
    ...form.data,
    partnership: form.data.partnership ?? only ?? null,
    year: form.data.year ?? lastWholeYear(context.today),
  };
  const query = yearlyQueryOf(address, context.today);
  const shown = query && {
    document: yearlyDocument(await getYearly(context, query)),
    address,
    mayPublish: may(context.actor, "report.publish", [query.partnershipId]),
  };
  return { ...page, errors: {}, shown: shown as Shown };
});

export default function YearlyPage() {
  const { partnerships, today, values, errors, shown } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading caption={shown?.document.of}>{shown?.document.title ?? "Yearly report"}</PageHeading>
      {!shown && (
        <p className="govuk-body">
          What a partnership set out to do in a year, the money that it secured, its bids, projects and
          outcomes, and what changed since the year before. For scrutiny, as a page and as a document.
        </p>
      )}
      <YearlyForm
        partnerships={partnerships}
        today={today}
        values={values}
        errors={errors}
        address={shown?.address ?? null}
      />
      {shown && (
        <>
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={yearlyHref(shown.address, ".docx")}>
              Download as a Word document (DOCX)
            </a>
            , to be edited
            {shown.mayPublish ? (
              <>
                , or{" "}
                <a className="govuk-link" href={yearlyHref(shown.address, "/publish")}>
                  publish this report
                </a>
              </>
            ) : (
              `. ${WHO_PUBLISHES}`
            )}
          </p>
          <Kept part={DocumentBody} properties={{ document: shown.document }} />
        </>
      )}
    </PageLayout>
  );
}
