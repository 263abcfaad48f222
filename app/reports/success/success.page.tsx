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
import { titled } from "#app/ui/layout/page-title.ts";
import { changesHref } from "../changes/changes.schema.ts";
import { knownByToday } from "../known-by-today.rules.ts";
import { MomentFields, PartnershipField } from "../moment-fields.tsx";
import { pipelineHref } from "../pipeline/pipeline.schema.ts";
import { ExportOrPublish } from "../report-files.tsx";
import { getSuccess } from "./success.queries.server.ts";
import { type SuccessAddress, successHref, successQueryOf, successSchema } from "./success.schema.ts";
import { SUCCESS_GROUPING_NAMES, SUCCESS_GROUPINGS, type SuccessReport } from "./success.ts";
import { SuccessResults } from "./success-results.tsx";
import { successTitle } from "./success-table.rules.ts";
import { SUCCESS_NOT_OF_ENTRY, successCaption } from "./success-words.rules.ts";

type Shown = { report: SuccessReport; address: SuccessAddress } | null;

export const meta = titled<typeof loader>(({ data }) =>
  data.shown ? successTitle(data.shown.report) : "Error: Success of bids",
);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = knownByToday(parseForm(successSchema, url.searchParams), context.today);
  const page = { partnerships, values: form.values, mayPublish: may(context.actor, "report.publish") };
  if (!form.ok) return invalid({ ...page, errors: form.errors, shown: null as Shown });
  const report = await getSuccess(context, successQueryOf(form.data));
  return { ...page, errors: {} as FieldErrors, shown: { report, address: form.data } as Shown };
});

export default function SuccessPage() {
  const { partnerships, values, errors, shown, mayPublish } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading>{shown ? successTitle(shown.report) : "Success of bids"}</PageHeading>
      {shown && <p className="govuk-body">{successCaption(shown.report)}</p>}
      <Filters>
        <Select
          name="by"
          label="Group by"
          items={SUCCESS_GROUPINGS.map((by) => ({ value: by, text: SUCCESS_GROUPING_NAMES[by] }))}
          defaultValue={textAt(values, "by") || "funder"}
          error={errors.by}
        />
        <PartnershipField partnerships={partnerships} values={values} errors={errors} />
        <MomentFields
          values={values}
          errors={errors}
          address={shown?.address ?? null}
          notOfEntry={SUCCESS_NOT_OF_ENTRY}
        />
        <Button secondary>Show the report</Button>
      </Filters>
      {shown && (
        <>
          <SuccessResults report={shown.report} />
          <p className="govuk-body app-no-print">
            <a className="govuk-link" href={pipelineHref(shown.address)}>
              See the pipeline by stage, month and year
            </a>{" "}
            or{" "}
            <a
              className="govuk-link"
              href={changesHref({ of: "success", partnership: shown.address.partnership })}
            >
              which bids make the difference to another date
            </a>
          </p>
          <ExportOrPublish
            exported={successHref(shown.address, "/exports/success")}
            published={mayPublish ? successHref(shown.address, "/reports/success/publish") : null}
            text="Export this table"
          />
        </>
      )}
    </PageLayout>
  );
}
