import { useLoaderData } from "@remix-run/react";
import { financialYearOf, formatFinancialYear } from "#app/core/financial-year.ts";
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
import { knownByToday } from "../known-by-today.rules.ts";
import { MomentFields, PartnershipField } from "../moment-fields.tsx";
import { PublishedList } from "./published-list.tsx";
import { commissionersAwards, grantsMade, totalWordsOf } from "./transparency.queries.server.ts";
import {
  type TransparencyAddress,
  transparencyHref,
  transparencyQueryOf,
  transparencySchema,
} from "./transparency.schema.ts";
import {
  COMMISSIONER_ABOUT,
  COMMISSIONER_COLUMNS,
  COMMISSIONER_TITLE,
  GRANTS_MADE_ABOUT,
  GRANTS_MADE_COLUMNS,
  GRANTS_MADE_TITLE,
  type ListRow,
  MOST_SHOWN,
} from "./transparency.ts";

export const meta = titled<typeof loader>(({ data }) =>
  data.shown ? "Transparency lists" : "Error: Transparency lists",
);

const YEARS_BACK = 12;

type List = { rows: ListRow[]; totalWords: string };
type Shown = { address: TransparencyAddress; made: List; commissioners: List } | null;

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const thisYear = financialYearOf(context.today);
  const choices = {
    partnerships: own.map(({ id, name }) => ({ value: id, text: name })),
    mayPublish: may(context.actor, "report.publish"),
    years: Array.from({ length: YEARS_BACK }, (_, back) => formatFinancialYear(thisYear - back)),
  };
  const form = knownByToday(parseForm(transparencySchema, url.searchParams), context.today);
  const { values } = form;
  if (!form.ok) return invalid({ ...choices, values, errors: form.errors, shown: null as Shown });
  const asked = transparencyQueryOf(form.data);
  const made = await grantsMade(context, asked);
  const commissioners = await commissionersAwards(context, asked);
  const shown: Shown = {
    address: form.data,
    made: {
      rows: await made.limit(MOST_SHOWN + 1).execute(),
      totalWords: await totalWordsOf(context, made, GRANTS_MADE_COLUMNS),
    },
    commissioners: {
      rows: await commissioners.limit(MOST_SHOWN + 1).execute(),
      totalWords: await totalWordsOf(context, commissioners, COMMISSIONER_COLUMNS),
    },
  };
  return { ...choices, values, errors: {} as FieldErrors, shown: shown as Shown };
});

export default function Transparency() {
  const { partnerships, years, values, errors, shown, mayPublish } = useLoaderData<typeof loader>();
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
        <MomentFields values={values} errors={errors} address={shown?.address ?? null} />
        <Button secondary>Show the lists</Button>
      </Filters>
      {shown && (
        <>
          <PublishedList
            title={GRANTS_MADE_TITLE}
            about={GRANTS_MADE_ABOUT}
            columns={GRANTS_MADE_COLUMNS}
            rows={shown.made.rows.slice(0, MOST_SHOWN)}
            totalWords={shown.made.totalWords}
            isCut={shown.made.rows.length > MOST_SHOWN}
            empty="No onward grant is recorded for these."
            fileHref={transparencyHref(shown.address, "/exports/onward-grants")}
            publishHref={
              mayPublish ? transparencyHref(shown.address, "/reports/onward-grants/publish") : null
            }
          />
          <PublishedList
            title={COMMISSIONER_TITLE}
            about={COMMISSIONER_ABOUT}
            columns={COMMISSIONER_COLUMNS}
            rows={shown.commissioners.rows.slice(0, MOST_SHOWN)}
            totalWords={shown.commissioners.totalWords}
            isCut={shown.commissioners.rows.length > MOST_SHOWN}
            empty="No award of a police and crime commissioner is recorded for these."
            fileHref={transparencyHref(shown.address, "/exports/commissioner-grants")}
            publishHref={
              mayPublish ? transparencyHref(shown.address, "/reports/commissioner-grants/publish") : null
            }
          />
        </>
      )}
    </PageLayout>
  );
}
