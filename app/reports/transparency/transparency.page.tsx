import { useLoaderData } from "@remix-run/react";
import { financialYearOf, formatFinancialYear } from "#app/core/financial-year.ts";
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
import { PartnershipField } from "../moment-fields.tsx";
import { PublishedList } from "./published-list.tsx";
import { commissionersAwards, grantsMade } from "./transparency.queries.server.ts";
import { transparencyHref, transparencyQueryOf, transparencySchema } from "./transparency.schema.ts";
import {
  COMMISSIONER_COLUMNS,
  COMMISSIONER_TITLE,
  GRANTS_MADE_COLUMNS,
  GRANTS_MADE_TITLE,
  MOST_SHOWN,
  type TransparencyQuery,
} from "./transparency.ts";

export const meta = titled("Transparency lists");

const YEARS_BACK = 12;

type Rows = Record<string, string | number | null>[];
type Shown = { asked: TransparencyQuery; made: Rows; commissioners: Rows } | null;

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const thisYear = financialYearOf(context.today);
  const choices = {
    partnerships: own.map(({ id, name }) => ({ value: id, text: name })),
    years: Array.from({ length: YEARS_BACK }, (_, back) => formatFinancialYear(thisYear - back)),
  };
  const form = parseForm(transparencySchema, url.searchParams);
  const { values } = form;
  if (!form.ok) return invalid({ ...choices, values, errors: form.errors, shown: null as Shown });
  const asked = transparencyQueryOf(form.data);
  const shown: Shown = {
    asked,
    made: await (await grantsMade(context, asked)).limit(MOST_SHOWN + 1).execute(),
    commissioners: await (await commissionersAwards(context, asked)).limit(MOST_SHOWN + 1).execute(),
  };
  return { ...choices, values, errors: {} as FieldErrors, shown: shown as Shown };
});

export default function Transparency() {
  const { partnerships, years, values, errors, shown } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading>Transparency lists</PageHeading>
      <Filters>
        <Select
          name="year"
          label="Financial year of the award"
          empty="All years"
          items={years.map((year) => ({ value: year, text: year }))}
          defaultValue={textAt(values, "year")}
          error={errors.year}
        />
        <PartnershipField partnerships={partnerships} values={values} errors={errors} />
        <Button secondary>Show the lists</Button>
      </Filters>
      {shown && (
        <>
          <PublishedList
            title={GRANTS_MADE_TITLE}
            about="What the Local Government Transparency Code 2015 wants a council to publish each year: the onward grants of awards. A grant whose agreement has no date yet stands in no year."
            columns={GRANTS_MADE_COLUMNS}
            rows={shown.made.slice(0, MOST_SHOWN)}
            isCut={shown.made.length > MOST_SHOWN}
            empty="No onward grant is recorded for these."
            fileHref={transparencyHref(shown.asked, "/exports/onward-grants")}
          />
          <PublishedList
            title={COMMISSIONER_TITLE}
            about="What the Specified Information Order 2011 wants a commissioner to publish each month: the awards whose funder is called a police and crime commissioner, with what is recorded here of conditions and reasons. The commissioner’s own words count."
            columns={COMMISSIONER_COLUMNS}
            rows={shown.commissioners.slice(0, MOST_SHOWN)}
            isCut={shown.commissioners.length > MOST_SHOWN}
            empty="No award of a police and crime commissioner is recorded for these."
            fileHref={transparencyHref(shown.asked, "/exports/commissioner-grants")}
          />
        </>
      )}
    </PageLayout>
  );
}
