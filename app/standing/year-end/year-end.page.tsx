import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/core/calendar-date.ts";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import { formatPounds } from "#app/core/money.ts";
import { loaderFor } from "#app/platform/page.server.ts";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { Pagination } from "#app/ui/govuk/pagination.tsx";
import { ExportLink } from "#app/ui/layout/export-link.tsx";
import { PageHeading, PageLayout } from "#app/ui/layout/page-layout.tsx";
import { titled } from "#app/ui/layout/page-title.ts";
import { Ways } from "../ways.tsx";
import { listMoneyEnding, sumMoneyEnding } from "./year-end.queries.server.ts";
import { yearEnd } from "./year-end.rules.ts";
import { daysLeftWords, givenWords, leftWords, YEAR_END_PATH } from "./year-end-notice.tsx";
import { YearEndTable } from "./year-end-table.tsx";

export const meta = titled("Use it or lose it");

export const loader = loaderFor("register.read", async ({ context, url }) => {
  const end = yearEnd(context.today);
  const before = url.searchParams.get("before") ?? "";
  const beforeId = /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null;
  const { awards, olderThan } = await listMoneyEnding(context, end.year, beforeId);
  return {
    today: context.today,
    end,
    sums: await sumMoneyEnding(context, end.year),
    awards,
    newest: beforeId === null ? null : YEAR_END_PATH,
    older: olderThan === null ? null : `${YEAR_END_PATH}?before=${olderThan}`,
  };
});

export default function YearEnd() {
  const { today, end, sums, awards, newest, older } = useLoaderData<typeof loader>();
  return (
    <PageLayout breadcrumbs={[{ text: "Home", href: "/" }]}>
      <PageHeading caption={`Money of ${formatFinancialYear(end.year)}`}>Use it or lose it</PageHeading>
      <Ways current={YEAR_END_PATH} />
      <p className="govuk-body">
        What awards give for this financial year ends on {formatDate(end.endsOn)}:{" "}
        {daysLeftWords(end.daysLeft)}. What is not in a submitted claim by then may be lost, unless the funder
        agrees to another year.
      </p>
      <p className="govuk-body">
        Given for the year: {givenWords(sums)}. In submitted claims: {formatPounds(sums.claimedPence)}.{" "}
        {leftWords(sums)}.
      </p>
      <InsetText>
        Spent, committed and forecast are what the award records of the year. What is at risk is the most that
        can be lost: all that is in no submitted claim. Money that is{" "}
        <a className="govuk-link" href="/awards?open=year">
          not yet apportioned to a year
        </a>{" "}
        is not in this list.
      </InsetText>
      <YearEndTable awards={awards} today={today} />
      <ExportLink href="/exports/use-it-or-lose-it">Export these awards</ExportLink>
      <Pagination previous={newest} next={older} label="Pages of awards" />
    </PageLayout>
  );
}
