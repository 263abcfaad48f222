import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/core/calendar-date.ts";
import type { FieldErrors } from "#app/core/result.ts";
import { listOwnPartnerships } from "#app/partnerships/index.server.ts";
import { may } from "#app/platform/context.server.ts";
import { invalid, loaderFor } from "#app/platform/page.server.ts";
import { changesHref, ExportOrPublish, knownByToday, MomentFields } from "#app/reports/index.ts";
import { errorList } from "#app/ui/forms/error-list.ts";
import { textAt } from "#app/ui/forms/form-values.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { Button } from "#app/ui/govuk/button.tsx";
import { ErrorSummary } from "#app/ui/govuk/error-summary.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { Select } from "#app/ui/govuk/select.tsx";
import { Filters } from "#app/ui/layout/filters.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { betweenHref } from "../between/between.schema.ts";
import { yearEnd } from "../year-end/year-end.rules.ts";
import { listAwardStatus, sumAwardStatus } from "./award-status.queries.server.ts";
import {
  type AwardStatusAddress,
  awardStatusHref,
  awardStatusQueryOf,
  awardStatusSchema,
} from "./award-status.schema.ts";
import { AWARD_STATUS_TITLE, type AwardStatusRow } from "./award-status.ts";
import { AwardStatusResults } from "./award-status-body.tsx";
import { awardStatusWords } from "./award-status-words.rules.ts";

type Shown = {
  address: AwardStatusAddress;
  caption: string;
  rows: AwardStatusRow[];
  words: string[];
  newest: string | null;
  older: string | null;
} | null;

export const meta = titled<typeof loader>(({ data }) =>
  data.shown ? AWARD_STATUS_TITLE : `Error: ${AWARD_STATUS_TITLE}`,
);

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const own = await listOwnPartnerships(context);
  const partnerships = own.map(({ id, name }) => ({ value: id, text: name }));
  const form = knownByToday(parseForm(awardStatusSchema, url.searchParams), context.today);
  const page = { partnerships, values: form.values, mayPublish: may(context.actor, "report.publish") };
  if (!form.ok) return invalid({ ...page, errors: form.errors, shown: null as Shown });
  const address = form.data;
  const asked = awardStatusQueryOf(address);
  const before = url.searchParams.get("before") ?? "";
  const beforeId = /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null;
  const { rows, olderThan } = await listAwardStatus(context, asked, beforeId);
  const day = asked.asAt ?? context.today;
  const shown = {
    address,
    caption: `As at ${formatDate(day)}, as it was known on ${formatDate(asked.knownAt ?? context.today)}`,
    rows,
    words: awardStatusWords(await sumAwardStatus(context, asked), yearEnd(day).endsOn),
    newest: beforeId === null ? null : awardStatusHref(address),
    older: olderThan === null ? null : awardStatusHref(address, undefined, olderThan),
  };
  return { ...page, errors: {} as FieldErrors, shown: shown as Shown };
});

export default function AwardStatusReport() {
  const { partnerships, values, errors, shown, mayPublish } = useLoaderData<typeof loader>();
  return (
    <PageLayout
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Reports", href: "/reports" },
      ]}
    >
      <ErrorSummary errors={errorList(errors, values)} />
      <PageHeading caption={shown?.caption}>{AWARD_STATUS_TITLE}</PageHeading>
      <Filters>
        <Select
          name="partnership"
          label="Partnership"
          empty="All that you can see"
          items={partnerships}
          defaultValue={textAt(values, "partnership")}
          error={errors.partnership}
        />
        <MomentFields values={values} errors={errors} address={shown?.address ?? null} />
        <Button secondary>Show the report</Button>
      </Filters>
      {shown && (
        <>
          <AwardStatusResults words={shown.words} rows={shown.rows} hasLinks />
          <ExportOrPublish
            exported={awardStatusHref(shown.address, "/exports/award-status")}
            published={mayPublish ? awardStatusHref(shown.address, "/reports/award-status/publish") : null}
            text="Export this report"
          />
          <p className="govuk-body app-no-print">
            <a
              className="govuk-link"
              href={betweenHref({ partnership: shown.address.partnership, from: null, to: null }, {})}
            >
              See how awards moved between two days
            </a>{" "}
            or{" "}
            <a
              className="govuk-link"
              href={changesHref({ of: "award-status", partnership: shown.address.partnership })}
            >
              what of these figures differs from another date, award by award
            </a>
          </p>
          <Pagination previous={shown.newest} next={shown.older} label="Pages of awards" />
        </>
      )}
    </PageLayout>
  );
}
