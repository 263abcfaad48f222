import { useLoaderData } from "@remix-run/react";
import type { FieldErrors } from "#app/core/result.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
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
import { DayField, PartnershipField } from "../moment-fields.tsx";
import { getSuccess } from "./success.queries.server.ts";
import { type SuccessAddress, successHref, successQueryOf, successSchema } from "./success.schema.ts";
import { SUCCESS_GROUPING_NAMES, SUCCESS_GROUPINGS, type SuccessReport } from "./success.ts";
import { SuccessResults } from "./success-results.tsx";
import { successTitle } from "./success-table.rules.ts";
import { successCaption } from "./success-words.rules.ts";

type Shown = { report: SuccessReport; address: SuccessAddress } | null;

export const meta = titled<typeof loader>(({ data }) =>
  data.shown ? successTitle(data.shown.report) : "Error: Success of bids",
);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = parseForm(successSchema, url.searchParams);
  const { values } = form;
  if (!form.ok) return invalid({ partnerships, values, errors: form.errors, shown: null as Shown });
  const report = await getSuccess(context, successQueryOf(form.data));
  return { partnerships, values, errors: {} as FieldErrors, shown: { report, address: form.data } as Shown };
});

export default function SuccessPage() {
  const { partnerships, values, errors, shown } = useLoaderData<typeof loader>();
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
        <DayField name="as-at" legend="As at" day={shown?.address["as-at"]} values={values} errors={errors} />
        <Button secondary>Show the report</Button>
      </Filters>
      {shown && <SuccessResults report={shown.report} />}
      {shown && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={successHref(shown.address, "/exports/success")}>
            Export this table
          </a>
        </p>
      )}
    </PageLayout>
  );
}
