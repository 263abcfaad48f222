import { useLoaderData } from "@remix-run/react";
import type { FieldErrors } from "#app/core/result.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { invalid, loaderFor } from "#app/platform/page.server.ts";
import { errorList } from "#app/ui/forms/error-list.ts";
import { textAt } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { errorWords, titled } from "#app/ui/layout/page-title.ts";
import { changesHref } from "../changes/changes.schema.ts";
import type { ReportDocument } from "../document/document.ts";
import { DocumentBody } from "../document/document-body.tsx";
import { knownByToday } from "../known-by-today.rules.ts";
import { MomentFields } from "../moment-fields.tsx";
import { ExportOrPublish } from "../report-files.tsx";
import { getOutcomesMoney } from "./outcomes-money.queries.server.ts";
import {
  type OutcomesMoneyAddress,
  outcomesMoneyHref,
  outcomesMoneyQueryOf,
  outcomesMoneySchema,
} from "./outcomes-money.schema.ts";
import { outcomesMoneyDocument } from "./outcomes-money-document.rules.ts";
import { OUTCOMES_MONEY_TITLE } from "./outcomes-money-table.rules.ts";

type Shown = { document: ReportDocument; address: OutcomesMoneyAddress; mayPublish: boolean } | null;

export const meta = titled<typeof loader>(({ data }) =>
  data.shown
    ? `${OUTCOMES_MONEY_TITLE}: ${data.shown.document.of}`
    : `${errorWords(data.errors)}${OUTCOMES_MONEY_TITLE}`,
);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = knownByToday(parseForm(outcomesMoneySchema, url.searchParams), context.today);
  const page = { partnerships, values: form.values };
  if (!form.ok) return invalid({ ...page, errors: form.errors, shown: null as Shown });
  // Who has one partnership only is not asked whose report it is.
  const only = own.length === 1 ? own[0]?.id : undefined;
  const address = { ...form.data, partnership: form.data.partnership ?? only ?? null };
  const query = outcomesMoneyQueryOf(address);
  const shown = query && {
    document: outcomesMoneyDocument(await getOutcomesMoney(context, query)),
    address,
    mayPublish: may(context.actor, "report.publish", [query.partnershipId]),
  };
  return { ...page, errors: {} as FieldErrors, shown: shown as Shown };
});

export default function OutcomesMoneyPage() {
  const { partnerships, values, errors, shown } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading caption={shown?.document.of}>{OUTCOMES_MONEY_TITLE}</PageHeading>
      <Filters>
        <Select
          name="partnership"
          label="Partnership"
          empty="Choose a partnership"
          items={partnerships}
          defaultValue={textAt(values, "partnership") || String(shown?.address.partnership ?? "")}
          error={errors.partnership}
        />
        <MomentFields values={values} errors={errors} address={shown?.address ?? null} />
        <Button secondary>Show the report</Button>
      </Filters>
      {shown && (
        <>
          <DocumentBody document={shown.document} />
          <ExportOrPublish
            exported={outcomesMoneyHref(shown.address, "/exports/outcomes-against-money")}
            published={
              shown.mayPublish
                ? outcomesMoneyHref(shown.address, "/reports/outcomes-against-money/publish")
                : null
            }
            text="Export this report"
          />
          <p className="govuk-body app-no-print">
            <a
              className="govuk-link"
              href={changesHref({ by: "priority", partnership: shown.address.partnership })}
            >
              See what changed in this money since another date, with the reasons
            </a>
          </p>
        </>
      )}
    </PageLayout>
  );
}
